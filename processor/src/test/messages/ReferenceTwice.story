@References names another class than the field's

== after ==
-- M.java
@Table class M {
  int before;
  @References(Pair.class) Keyed a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }
-- Pair.java
@Table class Pair { @Id int a; @Id int b; }

== messages ==
M.java:3: error: [lockstep:ReferenceTwice] the field is of table class Keyed but references Pair
      write: @References

== fix write: @References ==
M.java: @References(Pair.class) Keyed a; => @References Keyed a;
