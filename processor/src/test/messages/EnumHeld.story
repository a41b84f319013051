An enum gets a value that is used at once, and a table is partitioned by it

== before ==
-- State.java
@EnumType enum State { NEW, PAID }
-- Order.java
@Partitioned(columns = "state") @Table class Order { State state; }

== after ==
State.java: PAID => PAID, LOST
Order.java: State state; => @Column(defaultValue = "'LOST'") State state;

== messages ==
Order.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "state" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of state in order"
State.java:1: error: [lockstep:EnumHeld] enum "state" gets value "LOST" and uses it at once, which takes a new type, but table "order" is partitioned by column "state" of the old one
      first without what uses it: mvn compile -Dlockstep.migrate="Add value LOST to enum state"
      or another enum beside it: @EnumType(name = "state_2")

== fix first without what uses it: mvn compile -Dlockstep.migrate="Add value LOST to enum state" ==
Order.java: @Column(defaultValue = "'LOST'") State => State

== fix or another enum beside it: @EnumType(name = "state_2") ==
-- State.java
@EnumType enum State { NEW, PAID }
-- State2.java
@EnumType(name = "state_2") enum State2 { NEW, PAID, LOST }
-- Order.java
@Partitioned(columns = "state") @Table class Order { State state; @Column(defaultValue = "'LOST'") State2 next; }
