A field holds an embeddable class

== after ==
-- User.java
@Table class User {
  @Id long id;
  Address address;
}
-- Address.java
@Embeddable class Address { String city; }

== messages ==
User.java:3: error: [lockstep:TypeUnmapped] shop.Address has no PostgreSQL type; it is an @Embeddable
      embed it: @Embedded Address address
      one column: @Column(type = "jsonb")
      leave it out: @Ignore

== fix embed it: @Embedded Address address ==
User.java: Address address; => @Embedded Address address;

== fix leave it out: @Ignore ==
User.java: Address address; => @Ignore Address address;

== fix one column: @Column(type = "jsonb") ==
User.java: Address address; => @Column(type = "jsonb") Address address;
