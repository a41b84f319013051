Email instead of fax, while nobody is in the shop

With `lockstep.online=false` a change is one migration. Its phase says all the same that no older
version of the application can bear it.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; String email; }

== options ==
lockstep.accept=data-loss
lockstep.online=false

== rows ==
INSERT INTO customer VALUES (1, '+49');
