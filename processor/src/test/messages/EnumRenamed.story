An enum says what it was called

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
State.java: @EnumType => @EnumType(name = "order_state", renamedFrom = "state")

== messages ==
State.java:1: error: [lockstep:EnumRenamed] enum "state" is named "order_state" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename enum state to order_state"
