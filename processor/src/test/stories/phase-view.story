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
@View(query = "SELECT id FROM customer") class Customers { long id; }

== options ==
lockstep.accept=data-loss

== refused ==
Customers.java:1: error: [lockstep:ViewMember] @Id has no effect: class Customers is a @View, whose columns are those of its query
      remove it
