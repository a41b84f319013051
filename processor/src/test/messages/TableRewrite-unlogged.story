A table is no longer logged

== before ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
Order.java: @Table => @Table(unlogged = true)

== messages ==
Order.java:1: error: [lockstep:TableRewrite] table "order" becomes unlogged, which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Make table order unlogged" -Dlockstep.accept=rewrite
