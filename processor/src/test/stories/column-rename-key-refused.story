Rename id to number

A column whose name is made of the name of the key it references has another name when the key has;
without a hint of its own it looks like another column.

== before ==
-- Article.java
@Table class Article { @Id @Identity Long id; @References Article parent; }

== after ==
-- Article.java
@Table class Article {
  @Id @Identity @Column(renamedFrom = "id") Long number;
  @References Article parent;
}

== refused ==
Article.java:1: error: [lockstep:ColumnRemoved] column "parent_id" of table "article" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "parent_id") on parent_number
      dropped: mvn compile -Dlockstep.migrate="Rename id to number" -Dlockstep.accept=data-loss
