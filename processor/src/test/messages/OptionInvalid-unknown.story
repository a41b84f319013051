An option that does not exist

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.migrat=First

== messages ==
error: [lockstep:OptionInvalid] there is no option lockstep.migrat; did you mean lockstep.migrate?
      options: lockstep.accept, lockstep.amend, lockstep.check, lockstep.empty, lockstep.migrate, lockstep.online, lockstep.rolling, lockstep.sources, lockstep.squash
User.java:1: error: [lockstep:TableAdded] table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
warning: The following options were not recognized by any processor: '[lockstep.migrat]'

== fix options: lockstep.accept, lockstep.amend, lockstep.check, lockstep.empty, lockstep.migrate, lockstep.online, lockstep.rolling, lockstep.sources, lockstep.squash ==
options: lockstep.migrat=First => lockstep.migrate=First
