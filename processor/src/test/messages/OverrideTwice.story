Two overrides of one @Embedded name one field

== after ==
-- M.java
@Table class M {
  int before;
  @Embedded(overrides = {@ColumnOverride(field = "city", column = @Column), @ColumnOverride(field = "city", column = @Column)}) Address a;
}
-- Address.java
@Embeddable class Address { String city; @Embedded Geo geo; }
-- Geo.java
@Embeddable class Geo { @Column("latitude") double lat; }

== messages ==
M.java:3: error: [lockstep:OverrideTwice] field "city" has an override already
      keep one of them

== fix keep one of them ==
M.java: @Embedded(overrides = {@ColumnOverride(field = "city", column = @Column), @ColumnOverride(field = "city", column = @Column)}) Address a; => @Embedded(overrides = @ColumnOverride(field = "city", column = @Column)) Address a;
