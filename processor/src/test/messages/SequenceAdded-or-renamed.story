A sequence is new while another is gone

== before ==
-- Order.java
@Sequence(name = "order_no") class Order {}

== after ==
Order.java: order_no => ticket_no

== messages ==
package-info.java:1: error: [lockstep:SequenceRemoved] sequence "order_no" is not declared any more; a migration would delete its counter
      renamed: renamedFrom = "order_no" in the @Sequence of ticket_no
      dropped: mvn compile -Dlockstep.migrate="Drop sequence order_no" -Dlockstep.accept=data-loss
Order.java:1: error: [lockstep:SequenceAdded] sequence "ticket_no" is not migrated yet
      renamed: renamedFrom = "order_no" in its @Sequence
      not renamed: mvn compile -Dlockstep.migrate="Create sequence ticket_no and drop sequence order_no" -Dlockstep.accept=data-loss

== fix renamed: renamedFrom = "order_no" in its @Sequence ==
Order.java: name = "ticket_no" => name = "ticket_no", renamedFrom = "order_no"
