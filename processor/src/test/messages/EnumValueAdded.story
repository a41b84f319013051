An enum gets one more constant

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
State.java: PAID => PAID, LOST

== messages ==
State.java:1: error: [lockstep:EnumValueAdded] value "LOST" of enum "state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add value LOST to enum state"
