A key to columns that nothing makes unique

== after ==
-- Parent.java
@Table class Parent { @Id long id; int a; int b; }
-- Child.java
@ForeignKey(columns = {"x", "y"}, references = Parent.class, referencedColumns = {"a", "b"}) @Table class Child { @Id long id; int x; int y; }

== messages ==
Child.java:1: error: [lockstep:ForeignKeyTargetNotUnique] foreign key "child_x_y_fkey" of table "child" refers to columns "a" and "b" of table "parent", where nothing makes them unique
      make it unique: @Unique(columns = {"a", "b"})

== fix make it unique: @Unique(columns = {"a", "b"}) ==
Parent.java: @Table => @Unique(columns = {"a", "b"}) @Table
