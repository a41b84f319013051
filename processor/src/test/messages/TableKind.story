@Table on an interface, enum or annotation

== after ==
-- M.java
@Table interface M {}

== messages ==
M.java:1: error: [lockstep:TableKind] @Table is for classes and records; M is an interface
      remove it

== fix remove it ==
M.java: @Table interface M {} => interface M {}
