The key referenced has several columns

== after ==
-- M.java
@Table class M {
  int before;
  @References Pair a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }
-- Pair.java
@Table class Pair { @Id int a; @Id int b; }

== messages ==
M.java:3: error: [lockstep:ReferenceKeyComposite] the key of table class Pair has several columns; @References can only reference one
      write at the class: @ForeignKey(columns = {"...", "..."}, references = Pair.class)

== fix write at the class: @ForeignKey(columns = {"...", "..."}, references = Pair.class) ==
M.java: @References Pair a; => @References Keyed a;
