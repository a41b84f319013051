Change the code alone

What is only said in Java is no change: another Java type of the same column, modifiers, initial values,
annotations of others, methods, fields that are no columns.

== before ==
-- Article.java
@Table class Article {
  @Id long id;
  @Column(nullable = false) Integer price;
  Instant at;
  String name;
}

== after ==
-- Article.java
@Table class Article {
  static final int CHEAP = 5;
  @Id private long id;
  private int price = CHEAP;
  @Deprecated private OffsetDateTime at;
  private String name = "new";
  transient String shown;

  boolean isCheap() {
    return price <= CHEAP;
  }
}

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
