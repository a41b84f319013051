A key that writes to a computed column

== after ==
-- Parent.java
@Table class Parent { @Id long id; }
-- Child.java
@Table class Child { @Id long id; @References(value = Parent.class, onUpdate = ReferentialAction.CASCADE) @Computed(value = "id", stored = true) Long ref; }

== messages ==
Child.java:1: error: [lockstep:ActionOnComputed] foreign key "child_ref_fkey" of table "child" is ON UPDATE CASCADE, but column "ref" is computed
