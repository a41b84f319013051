A view is new

== before ==
-- Order.java
@Table class Order { @Id long id; boolean open; }

== after ==
-- OpenOrder.java
@View(query = "SELECT id FROM \"order\" WHERE open") class OpenOrder {}

== messages ==
OpenOrder.java:1: error: [lockstep:ViewAdded] view "open_order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create view open_order"
