A field of a table class without @References

== after ==
-- M.java
@Table class M {
  int before;
  Keyed a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:3: error: [lockstep:ReferencesMissing] field a is of table class Keyed and does not say that it references it
      write: @References Keyed a
      leave it out: @Ignore

== fix write: @References Keyed a ==
M.java: Keyed a; => @References Keyed a;

== fix leave it out: @Ignore ==
M.java: Keyed a; => @Ignore Keyed a;
