Sort the fields

PostgreSQL keeps columns in the order in which they came. Another order of fields, classes,
constraints or indexes is no change.

== before ==
-- Person.java
@Index(columns = "name")
@Index(columns = "born")
@Check("born > '1800-01-01'")
@Check("name <> ''")
@Table class Person { @Id long id; String name; LocalDate born; }

== after ==
-- Person.java
@Check("name <> ''")
@Check("born > '1800-01-01'")
@Index(columns = "born")
@Index(columns = "name")
@Table class Person { LocalDate born; String name; @Id long id; }

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
