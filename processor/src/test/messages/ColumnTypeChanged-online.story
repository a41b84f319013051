A number becomes larger

== before ==
-- Order.java
@Table class Order { @Id long id; Integer total; }

== after ==
Order.java: Integer total => Long total

== messages ==
Order.java:1: error: [lockstep:ColumnTypeChanged] the type of column "total" of table "order" changed from integer to bigint, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of total in order"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of total in order" -Dlockstep.accept=rewrite
Order.java:1: warning: [lockstep:ColumnMoves] column "total" of table "order" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of total in order" -Dlockstep.accept=rewrite
