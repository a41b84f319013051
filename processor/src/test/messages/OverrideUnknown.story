A @ColumnOverride names a field that is no column of the embeddable

== after ==
-- M.java
@Table class M {
  int before;
  @Embedded(overrides = @ColumnOverride(field = "cty", column = @Column)) Address a;
}
-- Address.java
@Embeddable class Address { String city; @Embedded Geo geo; }
-- Geo.java
@Embeddable class Geo { @Column("latitude") double lat; }

== messages ==
M.java:3: error: [lockstep:OverrideUnknown] embeddable Address has no column field "cty"; did you mean "city"?
      it has: city, geo.lat

== fix it has: city, geo.lat ==
M.java: @Embedded(overrides = @ColumnOverride(field = "cty", column = @Column)) Address a; => @Embedded(overrides = @ColumnOverride(field = "city", column = @Column)) Address a;
