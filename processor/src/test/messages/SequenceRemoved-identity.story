A sequence hands its counter to an identity

== before ==
-- Item.java
@Sequence(name = "item_id_seq", type = "integer", ownedBy = "item.id")
@Table class Item { @Id @Column(defaultValue = "nextval('item_id_seq')") int id; }

== after ==
-- Item.java
@Table class Item { @Id @Identity int id; }

== messages ==
Item.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "id" of table "item" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop default of id in item"
Item.java:1: error: [lockstep:ColumnIdentityChanged] the identity of column "id" of table "item" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change identity of id in item"
package-info.java:1: error: [lockstep:SequenceRemoved] sequence "item_id_seq" hands its counter to the identity of column "id" of table "item", which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change identity of id in item"
