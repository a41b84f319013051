A column is compressed otherwise

== before ==
-- Order.java
@Table class Order { @Id long id; String note; }

== after ==
Order.java: String note => @Column(compression = "lz4") String note

== messages ==
Order.java:1: error: [lockstep:ColumnCompressionChanged] the compression of column "note" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change compression of note in order"
