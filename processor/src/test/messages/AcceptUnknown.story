Something is accepted that does not happen

== before ==
-- User.java
@Table class User { @Id long id; String fax; }

== after ==
User.java: String fax; =>

== options ==
lockstep.migrate=Drop fax
lockstep.accept=data-loss:user.phone

== messages ==
error: [lockstep:AcceptUnknown] lockstep.accept names "data-loss:user.phone", but the migration does nothing of the kind
      there are: data-loss:user.fax
User.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "user" has no field any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Column that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax" -Dlockstep.accept=data-loss

== fix there are: data-loss:user.fax ==
options: lockstep.accept=data-loss:user.phone => lockstep.accept=data-loss:user.fax
