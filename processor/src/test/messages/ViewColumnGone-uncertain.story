A column has another name, but a view may still name the old one

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }
-- Contact.java
@View(query = "SELECT (SELECT max(name) FROM person)") class Contact {}

== after ==
Person.java: String name => @Column(renamedFrom = "name") String called

== messages ==
Person.java:1: error: [lockstep:ColumnRenamed] column "name" of table "person" is named "called" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename name of person to called"
Contact.java:1: warning: [lockstep:ViewColumnGone] view "contact" still names column "name" of table "person", which is named "called" now
