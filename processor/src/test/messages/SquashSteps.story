A squash of a migration with SQL

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
migrations/M0002_SecondMigration.java: schema.addColumn("user" => schema.sql("ANALYZE");\n    schema.addColumn("user"

== options ==
lockstep.squash=M0002

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:SquashSteps] migration "M0002_SecondMigration" cannot be squashed, since it runs SQL of unknown meaning
      SQL that only changes the schema: say how: schema.sql("...").meaning(effect -> ...)
      squash up to the one before it, or write it so that it is only known steps

== fix SQL that only changes the schema: say how: schema.sql("...").meaning(effect -> ...) ==
migrations/M0002_SecondMigration.java: schema.sql("ANALYZE");\n    schema.addColumn("user", column("name", text())) => schema.sql("ALTER TABLE \"user\" ADD COLUMN name text").meaning(effect -> effect.addColumn("user", column("name", text())))

== fix squash up to the one before it, or write it so that it is only known steps ==
migrations/M0002_SecondMigration.java: schema.sql("ANALYZE"); =>
