Reference half a key

A foreign key has as many columns as what it references.

== before ==
-- Region.java
@Table class Region { @Id String country; @Id int code; }

== after ==
-- Letter.java
@ForeignKey(columns = "code", references = Region.class)
@Table class Letter { @Id long id; Integer code; @References(Region.class) String country; }

== refused ==
Letter.java:2: error: [lockstep:ReferenceKeyComposite] the key of table class Region has several columns; @References can only reference one
      write at the class: @ForeignKey(columns = {"...", "..."}, references = Region.class)
Letter.java:1: error: [lockstep:ForeignKeyColumnCount] foreign key "letter_code_fkey" of table "letter" has 1 column, but refers to 2
