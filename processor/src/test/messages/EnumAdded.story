An enum is new

== after ==
-- State.java
@EnumType enum State { NEW, PAID }

== messages ==
State.java:1: error: [lockstep:EnumAdded] enum "state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
