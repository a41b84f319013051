A key that sets a default where there is none

== after ==
-- Parent.java
@Table class Parent { @Id long id; }
-- Child.java
@Table class Child { @Id long id; @References(value = Parent.class, onUpdate = ReferentialAction.SET_DEFAULT) @Column(nullable = false) Long ref; }

== messages ==
Child.java:1: error: [lockstep:SetDefaultWithoutDefault] foreign key "child_ref_fkey" of table "child" is ON UPDATE SET DEFAULT, but column "ref" is NOT NULL and has no default
      cascade: onUpdate = ReferentialAction.CASCADE

== fix cascade: onUpdate = ReferentialAction.CASCADE ==
Child.java: onUpdate = ReferentialAction.SET_DEFAULT => onUpdate = ReferentialAction.CASCADE
