A column has another name, but a view still names the old one

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }
-- Contact.java
@View(query = "SELECT name FROM person") class Contact {}

== after ==
Person.java: String name => @Column(renamedFrom = "name") String called

== messages ==
Person.java:1: error: [lockstep:ColumnRenamed] column "name" of table "person" is named "called" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename name of person to called"
Contact.java:1: error: [lockstep:ViewColumnGone] view "contact" still names column "name" of table "person", which is named "called" now
      name it so: query = "SELECT called AS name FROM person"

== fix name it so: query = "SELECT called AS name FROM person" ==
Contact.java: SELECT name FROM person => SELECT called AS name FROM person
