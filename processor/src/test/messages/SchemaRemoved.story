No table is left in a schema

== before ==
-- User.java
@Table(schema = "app") class User { @Id long id; }

== after ==
User.java: @Table(schema = "app") => @Table(renamedFrom = "app.user")

== messages ==
User.java:1: error: [lockstep:TableRenamed] table "app.user" is in the schema of the database now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table app.user to user"
package-info.java:1: error: [lockstep:SchemaRemoved] schema "app" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop schema app"
