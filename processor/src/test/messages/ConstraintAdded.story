A column becomes unique

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== after ==
Customer.java: String name => @Column(unique = true) String name

== messages ==
Customer.java:1: error: [lockstep:ConstraintAdded] unique constraint "customer_name_key" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on name to customer"
