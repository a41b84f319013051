A column is stored otherwise

== before ==
-- Order.java
@Table class Order { @Id long id; String note; }

== after ==
Order.java: String note => @Column(storage = "external") String note

== messages ==
Order.java:1: error: [lockstep:ColumnStorageChanged] the storage of column "note" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change storage of note in order"
