A field holds a class of the project

== after ==
-- User.java
@Table class User {
  @Id long id;
  Address address;
}
-- Address.java
class Address { String city; }

== messages ==
User.java:3: error: [lockstep:TypeUnmapped] shop.Address has no PostgreSQL type
      name one: @Column(type = "jsonb")
      embed it: @Embedded, with @Embeddable on class Address
      leave it out: @Ignore

== fix name one: @Column(type = "jsonb") ==
User.java: Address address; => @Column(type = "jsonb") Address address;

== fix embed it: @Embedded, with @Embeddable on class Address ==
User.java: Address address; => @Embedded Address address;
Address.java: class Address => @Embeddable class Address

== fix leave it out: @Ignore ==
User.java: Address address; => @Ignore Address address;
