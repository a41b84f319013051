A Java type that no PostgreSQL type belongs to

== after ==
-- M.java
@Table class M {
  int before;
  Currency a;
}

== messages ==
M.java:3: error: [lockstep:TypeUnmapped] java.util.Currency has no PostgreSQL type
      name one: @Column(type = "char(3)")
      leave it out: @Ignore

== fix name one: @Column(type = "char(3)") ==
M.java: Currency a; => @Column(type = "char(3)") Currency a;

== fix leave it out: @Ignore ==
M.java: Currency a; => @Ignore Currency a;
