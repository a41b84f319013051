Find sales by day

PostgreSQL builds no index of a partitioned table concurrently. So the whole comes without its
parts, they are built one after the other, and then brought to it.

== before ==
-- Sale.java
@Partitioned(by = PartitionStrategy.LIST, columns = "country", partitions = {
  @Partition(name = "sale_eu", values = "IN ('de', 'fr')"),
  @Partition(name = "sale_rest", values = "DEFAULT")
})
@Table class Sale { @Id long id; @Id String country; LocalDate day; }

== after ==
-- Sale.java
@Partitioned(by = PartitionStrategy.LIST, columns = "country", partitions = {
  @Partition(name = "sale_eu", values = "IN ('de', 'fr')"),
  @Partition(name = "sale_rest", values = "DEFAULT")
})
@Table class Sale { @Id long id; @Id String country; @Index LocalDate day; }

== rows ==
INSERT INTO sale VALUES (1, 'de', '2025-01-01'), (2, 'us', '2025-01-02');

== messages ==

== migration ==

== sql up ==

== sql down ==

== snapshot ==
