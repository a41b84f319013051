Name two things alike

Two tables, two columns or two constraints of one table, or two indexes of one schema cannot have
one name.

== before ==
-- Person.java
@Table class Person { @Id long id; }

== after ==
-- People.java
@Table("person") class People { @Id long id; }
-- Pet.java
@Check(value = "id > 0", name = "positive")
@Check(value = "age > 0", name = "positive")
@Table class Pet {
  @Id long id;
  int age;
  @Column("age") int years;
  @Index(name = "by_name") String name;
}
-- Place.java
@Table class Place {
  @Id long id;
  @Index(name = "by_name") String name;
}

== refused ==
Person.java:1: error: [lockstep:TableTwice] table "person" is class shop.People already
      name another: @Table(name = "person2")
Pet.java:6: error: [lockstep:ColumnTwice] column "age" of table "pet" is field age already
      name another: @Column(name = "age2")
Pet.java:2: error: [lockstep:NameTaken] table "pet" has a constraint "positive" already
      name another: name = "positive2"
Place.java:3: error: [lockstep:NameTaken] index "by_name" of table "place" has the name of index "by_name" of table "pet"
      rename: name = "by_name_2"
