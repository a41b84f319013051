A foreign key does something else

== before ==
-- Customer.java
@Table class Customer { @Id long id; @References(Customer.class) Long boss; }

== after ==
Customer.java: Customer.class => value = Customer.class, onDelete = ReferentialAction.CASCADE

== messages ==
Customer.java:1: error: [lockstep:ConstraintChanged] foreign key "customer_boss_fkey" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change foreign key on boss of customer"
