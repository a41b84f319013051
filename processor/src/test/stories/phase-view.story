Drop fax from customer and show what is left

What a view uses of its tables only PostgreSQL knows: a change that concerns both stays in one
migration.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; }
-- Customers.java
@View(query = "SELECT id FROM customer") class Customers { @Id long id; }

== options ==
lockstep.accept=data-loss
