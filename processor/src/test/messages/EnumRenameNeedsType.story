renamedFrom of an @EnumValue whose enum is no @EnumType

== after ==
-- M.java
@Table class M { enum E { @EnumValue(renamedFrom = "B") A } E e; }

== messages ==
M.java:1: error: [lockstep:EnumRenameNeedsType] renamedFrom has no effect: enum shop.M.E is kept as text, whose values are not renamed
      make it a PostgreSQL type before it is renamed: @EnumType
      keep the value: @EnumValue with the old one

== fix make it a PostgreSQL type before it is renamed: @EnumType ==
M.java: @Table class M { enum E { @EnumValue(renamedFrom = "B") A } E e; } => @Table class M { @EnumType enum E { @EnumValue("B") A } E e; }

== fix keep the value: @EnumValue with the old one ==
M.java: @EnumValue(renamedFrom = "B") => @EnumValue("B")
