A sequence gets a comment

== before ==
-- Order.java
@Sequence(name = "order_no") class Order {}

== after ==
Order.java: name = "order_no" => name = "order_no", comment = "never twice"

== messages ==
Order.java:1: error: [lockstep:SequenceCommentChanged] the comment of sequence "order_no" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of sequence order_no"
