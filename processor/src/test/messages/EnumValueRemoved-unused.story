An enum that no table uses loses a value

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
State.java: NEW, PAID => NEW

== messages ==
State.java:1: error: [lockstep:EnumValueRemoved] value "PAID" of enum "state" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Remove value PAID from enum state"
