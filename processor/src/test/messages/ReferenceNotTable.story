The class referenced is no table

== after ==
-- M.java
@Table class M {
  int before;
  @References(Plain.class) Long a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }
-- Plain.java
class Plain { @Deprecated int x; }

== messages ==
M.java:3: error: [lockstep:ReferenceNotTable] class shop.Plain is no @Table
      write there: @Table

== fix write there: @Table ==
M.java: @References(Plain.class) Long a; => @References(Keyed.class) Long a;
