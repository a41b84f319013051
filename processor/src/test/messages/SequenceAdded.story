A sequence is new

== after ==
-- Order.java
@Sequence(name = "order_no") class Order {}

== messages ==
Order.java:1: error: [lockstep:SequenceAdded] sequence "order_no" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
