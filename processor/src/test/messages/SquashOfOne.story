A squash of the first migration alone

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== options ==
lockstep.squash=M0001

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:SquashOfOne] nothing comes before migration "M0001_InitialMigration" that could be squashed with it
      name a later one

== fix name a later one ==
options: lockstep.squash=M0001 => lockstep.squash=M0002
