An enum loses a value, and a table is partitioned by it

== before ==
-- State.java
@EnumType enum State { NEW, PAID, LOST }
-- Order.java
@Partitioned(columns = "state") @Table class Order { State state; }

== after ==
State.java: PAID, LOST => PAID

== messages ==
State.java:1: error: [lockstep:EnumHeld] enum "state" loses value "LOST", which takes a new type, but table "order" is partitioned by column "state" of the old one
      keep it: @EnumValue("LOST")
      or another enum beside it: @EnumType(name = "state_2")

== fix keep it: @EnumValue("LOST") ==
State.java: PAID } => PAID, @EnumValue("LOST") GONE }

== fix or another enum beside it: @EnumType(name = "state_2") ==
-- State.java
@EnumType enum State { NEW, PAID, LOST }
-- State2.java
@EnumType(name = "state_2") enum State2 { NEW, PAID }
-- Order.java
@Partitioned(columns = "state") @Table class Order { State state; State2 next; }
