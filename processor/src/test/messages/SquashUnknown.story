A squash up to a migration that is not there

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== options ==
lockstep.squash=M0042

== messages ==
error: [lockstep:SquashUnknown] lockstep.squash names "M0042", which is no migration
      name the last migration to be squashed: -Dlockstep.squash=M0042

== fix name the last migration to be squashed: -Dlockstep.squash=M0042 ==
options: lockstep.squash=M0042 => lockstep.squash=M0002
