A sequence moves by other steps

== before ==
-- Order.java
@Sequence(name = "order_no") class Order {}

== after ==
Order.java: name = "order_no" => name = "order_no", increment = 10

== messages ==
Order.java:1: error: [lockstep:SequenceChanged] sequence "order_no" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change sequence order_no"
