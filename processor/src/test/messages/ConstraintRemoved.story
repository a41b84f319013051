A column is no longer unique

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(unique = true) String name; }

== after ==
Customer.java: @Column(unique = true) String => String

== messages ==
Customer.java:1: error: [lockstep:ConstraintRemoved] unique constraint "customer_name_key" of table "customer" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop unique constraint on name from customer"
