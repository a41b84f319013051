A column gets an index

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== after ==
Customer.java: String name => @Index String name

== messages ==
Customer.java:1: error: [lockstep:IndexAdded] index "customer_name_idx" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on name to customer"
