A class becomes a table while another is gone

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java is deleted
-- Person.java
@Table class Person { @Id long id; }

== messages ==
Person.java:1: error: [lockstep:TableAdded] table "person" is not migrated yet
      renamed: @Table(renamedFrom = "user")
      not renamed: mvn compile -Dlockstep.migrate="Create table person and drop table user" -Dlockstep.accept=data-loss
package-info.java:1: error: [lockstep:TableRemoved] table "user" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "user") on Person
      dropped: mvn compile -Dlockstep.migrate="Drop table user" -Dlockstep.accept=data-loss

== fix renamed: @Table(renamedFrom = "user") ==
Person.java: @Table => @Table(renamedFrom = "user")
