length, precision or scale beside type

== after ==
-- M.java
@Table class M {
  int before;
  @Column(type = "text", length = 80) String a;
}

== messages ==
M.java:3: error: [lockstep:TypeTwice] length means nothing beside type = "text"
      say it in the type: @Column(type = "varchar(80)")

== fix say it in the type: @Column(type = "varchar(80)") ==
M.java: @Column(type = "text", length = 80) String a; => @Column(type = "varchar(80)") String a;
