A number becomes larger, and a view shows it

== before ==
-- Order.java
@Table class Order { @Id long id; Integer total; }
-- OrderTotal.java
@View(query = "SELECT total FROM \"order\"") class OrderTotal {}

== after ==
Order.java: Integer total => Long total

== messages ==
Order.java:1: error: [lockstep:TableRewrite] the type of column "total" of table "order" changes from integer to bigint, which rewrites the table and locks it meanwhile
      not beside it: view "order_total" uses it
      accept: mvn compile -Dlockstep.migrate="Change type of total in order" -Dlockstep.accept=rewrite

== fix not beside it: view "order_total" uses it ==
not applicable: says why there is no other way
