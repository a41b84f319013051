Rename fax to telefax, add email

A name that changes breaks whoever uses the old one. What else the new version needs does not wait
for it.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; @Column(renamedFrom = "fax") String telefax; String email; }

== rows ==
INSERT INTO customer VALUES (1, '+49');
