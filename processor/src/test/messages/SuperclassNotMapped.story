A superclass from a class file has annotated fields, or a superclass is an @Embeddable, but is no @MappedSuperclass

== after ==
-- M.java
@Table class M extends Geo {}
-- Geo.java
@Embeddable class Geo { @Column("latitude") double lat; }

== messages ==
M.java:1: error: [lockstep:SuperclassNotMapped] the fields of superclass shop.Geo are no columns here, since that class is an @Embeddable
      write there: @MappedSuperclass

== fix write there: @MappedSuperclass ==
M.java: @Table class M extends Geo {} => @Table class M extends GeoFields {} @MappedSuperclass class GeoFields { double lat; }
