A unique constraint gets a name

== before ==
-- Customer.java
@Unique(columns = "name") @Table class Customer { @Id long id; String name; }

== after ==
Customer.java: columns = "name" => columns = "name", name = "one_name"

== messages ==
Customer.java:1: error: [lockstep:ConstraintRenamed] constraint "customer_name_key" of table "customer" is named "one_name" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename constraint customer_name_key of customer to one_name"
