A sequence says what it was called

== before ==
-- Order.java
@Sequence(name = "order_no") class Order {}

== after ==
Order.java: name = "order_no" => name = "ticket_no", renamedFrom = "order_no"

== messages ==
Order.java:1: error: [lockstep:SequenceRenamed] sequence "order_no" is named "ticket_no" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename sequence order_no to ticket_no"
