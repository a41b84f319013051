A sequence is gone

== before ==
-- Order.java
@Sequence(name = "no") class Order {}

== after ==
Order.java: @Sequence(name = "no") class => class

== messages ==
package-info.java:1: error: [lockstep:SequenceRemoved] sequence "no" is not declared any more; a migration would delete its counter
      renamed: put renamedFrom = "no" in the @Sequence that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop sequence no" -Dlockstep.accept=data-loss

== fix renamed: put renamedFrom = "no" in the @Sequence that replaces it ==
Order.java: class Order => @Sequence(name = "number", renamedFrom = "no") class Order
