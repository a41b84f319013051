An enum gets one constant and loses another

== before ==
-- State.java
@EnumType enum State { NEW, PAID }
-- Order.java
@Table class Order { @Id long id; State state; }

== after ==
State.java: PAID => LOST

== messages ==
State.java:1: error: [lockstep:EnumValueAdded] value "LOST" of enum "state" is not migrated yet
      renamed: @EnumValue(renamedFrom = "PAID")
      not renamed: mvn compile -Dlockstep.migrate="Add value LOST to enum state and remove PAID" -Dlockstep.accept=data-loss,rewrite
State.java:1: error: [lockstep:EnumValueRemoved] enum "state" has no value "PAID" any more, but rows of table "order" may hold it
      replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
      renamed: @EnumValue(renamedFrom = "PAID") on LOST
      no row holds it: mvn compile -Dlockstep.migrate="Remove value PAID from enum state" -Dlockstep.accept=data-loss,rewrite

== fix renamed: @EnumValue(renamedFrom = "PAID") ==
State.java: LOST => @EnumValue(renamedFrom = "PAID") LOST
