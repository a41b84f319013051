Say it at the class

A unique constraint is the same whether a field or the class says so. A primary key is the same in a
class or in its superclass, and a check at a field or at the class under the same name.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(unique = true) String email;
  @Index String city;
}

== after ==
-- Person.java
@Unique(columns = "email")
@Index(columns = "city")
@Table class Person extends Base {
  String email;
  String city;
}
-- Base.java
@MappedSuperclass abstract class Base {
  @Id long id;
}

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
