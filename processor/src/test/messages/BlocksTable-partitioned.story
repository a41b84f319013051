A unique constraint comes to a partitioned table that is there

== before ==
-- Sale.java
@Partitioned(by = PartitionStrategy.HASH, columns = "id", partitions = @Partition(name = "sale_0", values = "WITH (MODULUS 1, REMAINDER 0)"))
@Table class Sale { long id; long number; }

== after ==
Sale.java: @Table => @Unique(columns = {"id", "number"}) @Table

== messages ==
Sale.java:2: error: [lockstep:ConstraintAdded] unique constraint "sale_id_number_key" of table "sale" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on id and number to sale"
Sale.java:2: warning: [lockstep:BlocksTable] adding unique constraint "sale_id_number_key" of table "sale" builds an index of all rows while reads and writes wait (ACCESS EXCLUSIVE on "sale")
      apply it: when nobody needs the table, as there is no form that lets others work

== fix apply it: when nobody needs the table, as there is no form that lets others work ==
not applicable: it is for the one who applies the migration
