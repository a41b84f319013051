An array, List or Set of embeddables

== after ==
-- M.java
@Table class M {
  int before;
  @Embedded List<Address> a;
}
-- Address.java
@Embeddable class Address { String city; @Embedded Geo geo; }
-- Geo.java
@Embeddable class Geo { @Column("latitude") double lat; }

== messages ==
M.java:3: error: [lockstep:EmbeddedMany] field a holds any number of Address; only a single one can be embedded
      rows of their own: @Table class ...
      one column: @Column(type = "jsonb")

== fix one column: @Column(type = "jsonb") ==
M.java: @Embedded List<Address> a; => @Column(type = "jsonb") List<Address> a;

== fix rows of their own: @Table class ... ==
M.java: @Embedded List<Address> a; => @Ignore List<Residence> a;
-- Residence.java
@Table class Residence { @Id long id; @Embedded Address address; }
