Two classes declare one table

== after ==
-- M.java
@Table class M {} @Table("m") class N {}

== messages ==
M.java:1: error: [lockstep:TableTwice] table "m" is class shop.M already
      name another: @Table(name = "m2")

== fix name another: @Table(name = "m2") ==
M.java: @Table class M {} @Table("m") class N {} => @Table class M {} @Table(name = "m2") class N {}
