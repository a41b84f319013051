A migration refers to a class of the model

== before ==
-- User.java
@Table public class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: dropTable("user") => dropTable(shop.User.class.getSimpleName())

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationUsesModel] migration "M0001_InitialMigration" refers to shop.User, which will not stay as it is
      use literals: names of tables and columns, SQL

== fix use literals: names of tables and columns, SQL ==
migrations/M0001_InitialMigration.java: dropTable(shop.User.class.getSimpleName()) => dropTable("user")
