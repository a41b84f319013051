Two columns that are alike swap their names

== before ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(renamedFrom = "family") String given; @Column(renamedFrom = "given") String family; }

== messages ==
Person.java:1: error: [lockstep:RenameConflict] column "family" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "given"
      swap by hand then: mvn compile -Dlockstep.migrate="Swap names" -Dlockstep.empty=true
Person.java:1: error: [lockstep:RenameConflict] column "given" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "family"
      swap by hand then: mvn compile -Dlockstep.migrate="Swap names" -Dlockstep.empty=true

== fix not renamed: remove renamedFrom = "given" ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== fix not renamed: remove renamedFrom = "family" ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== fix swap by hand then: mvn compile -Dlockstep.migrate="Swap names" -Dlockstep.empty=true ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }
