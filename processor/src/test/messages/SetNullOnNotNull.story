A key that sets NULL in a column that does not take it

== after ==
-- Parent.java
@Table class Parent { @Id long id; }
-- Child.java
@Table class Child { @Id long id; @References(value = Parent.class, onDelete = ReferentialAction.SET_NULL) @Column(nullable = false) Long ref; }

== messages ==
Child.java:1: error: [lockstep:SetNullOnNotNull] foreign key "child_ref_fkey" of table "child" is ON DELETE SET NULL, but column "ref" is NOT NULL
      allow NULL: @Column(nullable = true)
      cascade: onDelete = ReferentialAction.CASCADE

== fix allow NULL: @Column(nullable = true) ==
Child.java: nullable = false => nullable = true

== fix cascade: onDelete = ReferentialAction.CASCADE ==
Child.java: onDelete = ReferentialAction.SET_NULL => onDelete = ReferentialAction.CASCADE
