A constant says what it was called

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
State.java: PAID => @EnumValue(renamedFrom = "PAID") SETTLED

== messages ==
State.java:1: error: [lockstep:EnumValueRenamed] value "PAID" of enum "state" is named "SETTLED" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename value PAID of enum state to SETTLED"
