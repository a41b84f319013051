Create account

One table class is gone and another is there. They may be the same or not: it is never guessed, and
both answers are offered.

== before ==
-- User.java
@Table class User { @Id long id; String email; }

== after ==
-- User.java is deleted
-- Account.java
@Table class Account { @Id long id; String email; }

== messages ==
Account.java:1: error: [lockstep:TableAdded] table "account" is not migrated yet
      renamed: @Table(renamedFrom = "user")
      not renamed: mvn compile -Dlockstep.migrate="Create table account and drop table user" -Dlockstep.accept=data-loss
package-info.java:1: error: [lockstep:TableRemoved] table "user" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "user") on Account
      dropped: mvn compile -Dlockstep.migrate="Drop table user" -Dlockstep.accept=data-loss

== refused ==
package-info.java:1: error: [lockstep:TableRemoved] table "user" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "user") on Account
      dropped: mvn compile -Dlockstep.migrate="Create account" -Dlockstep.accept=data-loss
