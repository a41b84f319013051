An enum is gone that nothing uses

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
-- State.java is deleted

== messages ==
package-info.java:1: error: [lockstep:EnumRemoved] enum "state" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop enum state"
