A number becomes larger

== before ==
-- Order.java
@Table class Order { @Id long id; Integer total; }

== after ==
Order.java: Integer total => Long total

== messages ==
Order.java:1: error: [lockstep:TableRewrite] the type of column "total" of table "order" changes from integer to bigint, which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Change type of total in order" -Dlockstep.accept=rewrite
