Two migrations become one

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== options ==
lockstep.squash=M0002

== messages ==
note: [lockstep:SquashWritten] migration "M0002_Squash" of database "main" stands for 2 others from now on
      wrote: shop/migrations/M0002_Squash.java
      keep the others until every database has passed "M0002_SecondMigration"
      then delete them: rm shop/migrations/M0001_InitialMigration.java shop/migrations/M0002_SecondMigration.java
