A key of another type than what it refers to

== after ==
-- Parent.java
@Table class Parent { @Id long key; }
-- Child.java
@Table class Child { @Id long id; @References(Parent.class) int ref; }

== messages ==
Child.java:1: error: [lockstep:ForeignKeyTypeDiffers] column "ref" of table "child" is integer, but refers to "key" of table "parent", which is bigint
      same type: @Column(type = "bigint")

== fix same type: @Column(type = "bigint") ==
Child.java: int ref => @Column(type = "bigint") int ref
