A class becomes a table

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- Order.java
@Table class Order { @Id long id; }

== messages ==
Order.java:1: error: [lockstep:TableAdded] table "order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table order"
