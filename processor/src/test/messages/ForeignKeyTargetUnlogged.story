A key of a logged table to one that is not

== after ==
-- Parent.java
@Table(unlogged = true) class Parent { @Id long id; }
-- Child.java
@Table class Child { @Id long id; @References(Parent.class) Long ref; }

== messages ==
Child.java:1: error: [lockstep:ForeignKeyTargetUnlogged] foreign key "child_ref_fkey" of table "child" refers to unlogged table "parent", which is empty after a crash
      let both be: @Table(unlogged = true)

== fix let both be: @Table(unlogged = true) ==
Child.java: @Table => @Table(unlogged = true)
