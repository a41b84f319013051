An enum type loses a value

== before ==
-- State.java
@EnumType enum State { NEW, PAID }
-- Order.java
@Table class Order { @Id long id; State state; }

== after ==
State.java: NEW, PAID => NEW

== messages ==
State.java:1: error: [lockstep:EnumValueRemoved] enum "state" has no value "PAID" any more, but rows of table "order" may hold it
      replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
      no row holds it: mvn compile -Dlockstep.migrate="Remove value PAID from enum state" -Dlockstep.accept=data-loss,rewrite

== fix replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW")) ==
State.java: @EnumType => @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
options: => lockstep.accept=rewrite
