A field holds many rows of another table

== after ==
-- User.java
@Table class User {
  @Id long id;
  List<?> names;
}

== messages ==
User.java:3: error: [lockstep:TypeUnmapped] java.util.List has no PostgreSQL type unless it says of what
      say it: java.util.List<String>
      name one: @Column(type = "jsonb")
      leave it out: @Ignore

== fix leave it out: @Ignore ==
User.java: List<?> names; => @Ignore List<?> names;

== fix say it: java.util.List<String> ==
User.java: List<?> => java.util.List<String>

== fix name one: @Column(type = "jsonb") ==
User.java: List<?> names; => @Column(type = "jsonb") List<?> names;
