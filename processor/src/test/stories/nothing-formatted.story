Write it another way

White space, the case of keywords, aliases of types and a default that is spelled out are no change.

== before ==
-- Article.java
@Index(columns = {"price", "name"}, where = "price > 0")
@Check("price >= 0 AND name <> 'A  b'")
@Table class Article {
  @Id long id;
  @Column(type = "int4") int price;
  @Column(type = "character varying(20)") String name;
  @Column(type = "timestamp with time zone", defaultValue = "NOW()") Instant at;
}

== after ==
-- Article.java
@Index(columns = {"price asc", "name ASC NULLS LAST"}, where = "price>0", method = "btree")
@Check("""
    price >= 0
    and name <> 'A  b'
    """)
@Table(name = "article") class Article {
  @Id long id;
  @Column(type = "INTEGER", nullable = false) int price;
  @Column(length = 20) String name;
  @Column(name = "at", defaultValue = "now( )") Instant at;
}

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
