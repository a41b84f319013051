A class is a table and the base of tables at once

== after ==
-- M.java
@Table @MappedSuperclass class M {}

== messages ==
M.java:1: error: [lockstep:TableMapped] class M is a @Table and a @MappedSuperclass; it can be one of them
      remove one of them

== fix remove one of them ==
M.java: @Table @MappedSuperclass class M {} => @Table class M {}
