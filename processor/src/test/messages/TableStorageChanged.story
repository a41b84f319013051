A table gets a storage parameter

== before ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
Order.java: @Table => @Table(with = "fillfactor=70")

== messages ==
Order.java:1: error: [lockstep:TableStorageChanged] the storage parameters of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change storage parameters of table order"
