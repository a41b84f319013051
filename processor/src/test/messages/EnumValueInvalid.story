A NUL character, or half of a surrogate pair

== after ==
-- M.java
@EnumType enum M { @EnumValue("a\0") A }

== messages ==
M.java:1: error: [lockstep:EnumValueInvalid] a value of enum shop.M has a character that PostgreSQL cannot store
