A field holds a collection that is neither a List nor a Set

== after ==
-- User.java
@Table class User {
  @Id long id;
  Iterable<String> names;
}

== messages ==
User.java:3: error: [lockstep:TypeUnmapped] java.lang.Iterable has no PostgreSQL type; arrays, java.util.List and java.util.Set have
      name one: @Column(type = "jsonb")
      leave it out: @Ignore

== fix name one: @Column(type = "jsonb") ==
User.java: Iterable<String> names; => @Column(type = "jsonb") Iterable<String> names;

== fix leave it out: @Ignore ==
User.java: Iterable<String> names; => @Ignore Iterable<String> names;
