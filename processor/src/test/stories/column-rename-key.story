Rename id to number

The primary key is renamed, and what references it follows.

== before ==
-- Article.java
@Table class Article { @Id @Identity Long id; @References Article parent; }

== after ==
-- Article.java
@Table class Article { @Id @Identity @Column(renamedFrom = "id") Long number; @References Article parent; }

== rows ==
INSERT INTO article (parent_id) VALUES (NULL), (1);

== refused ==
Article.java:1: error: [lockstep:ColumnRemoved] column "parent_id" of table "article" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "parent_id") on parent_number
      dropped: mvn compile -Dlockstep.migrate="Rename id to number" -Dlockstep.accept=data-loss
