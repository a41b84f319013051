A table is in a new schema

== after ==
-- User.java
@Table(schema = "app") class User { @Id long id; }

== messages ==
package-info.java:1: error: [lockstep:SchemaAdded] schema "app" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
User.java:1: error: [lockstep:TableAdded] table "app.user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
