@EnumType on something that is no enum

== after ==
-- M.java
@EnumType class M {}

== messages ==
M.java:1: error: [lockstep:EnumTypeKind] @EnumType is for enums; M is a class
      remove it

== fix remove it ==
M.java: @EnumType class M {} => class M {}
