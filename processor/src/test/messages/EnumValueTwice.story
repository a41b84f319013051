Two constants of an enum are one value in the database

== after ==
-- M.java
@EnumType enum M { A, @EnumValue("A") B }

== messages ==
M.java:1: error: [lockstep:EnumValueTwice] constants A and B of enum shop.M have one value, "A"
      another value: @EnumValue("A2")

== fix another value: @EnumValue("A2") ==
M.java: @EnumType enum M { A, @EnumValue("A") B } => @EnumType enum M { A, @EnumValue("A2") B }
