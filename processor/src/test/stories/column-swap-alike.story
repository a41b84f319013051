Swap given and family name

Two columns that are alike but for their names cannot swap them: nothing in the snapshot would tell
afterwards whether they did so already, and a second generate would swap them back.

== before ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(renamedFrom = "family") String given;
  @Column(renamedFrom = "given") String family;
}
