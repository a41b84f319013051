A constraint, an index or a computation names a column that the table does not have

== after ==
-- M.java
@Table class M {
  int before;
  @References(value = Keyed.class, column = "cod") String a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:3: error: [lockstep:ColumnUnknown] table "keyed" has no column or field "cod"; did you mean "code"?
      it has: id, code

== fix it has: id, code ==
M.java: @References(value = Keyed.class, column = "cod") String a; => @References(value = Keyed.class, column = "code") String a;
