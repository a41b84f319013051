An annotation of tables or columns in a class that is no table

== after ==
-- M.java
@Index(columns = "a") class M { int a; }

== messages ==
M.java:1: error: [lockstep:TableMissing] @Index has no effect: class M is no @Table
      write at the class: @Table
      if tables extend it: @MappedSuperclass
      if fields embed it: @Embeddable

== fix write at the class: @Table ==
M.java: @Index(columns = "a") class M { int a; } => @Table @Index(columns = "a") class M { int a; }

== fix if tables extend it: @MappedSuperclass ==
M.java: @Index => @MappedSuperclass @Index
-- T.java
@Table class T extends M {}

== fix if fields embed it: @Embeddable ==
M.java: @Index => @Embeddable @Index
-- T.java
@Table class T { @Embedded M m; }
