A key to two columns from one

== after ==
-- Pair.java
@Table class Pair { @Id int a; @Id int b; }
-- Child.java
@ForeignKey(columns = "ref", references = Pair.class) @Table class Child { @Id long id; int ref; }

== messages ==
Child.java:1: error: [lockstep:ForeignKeyColumnCount] foreign key "child_ref_fkey" of table "child" has 1 column, but refers to 2
