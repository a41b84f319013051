Shorten names, lengthen cities

A type that holds less waits, one that holds more does not.

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 80) String name; @Column(length = 20) String city; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 40) String name; @Column(length = 60) String city; }

== options ==
lockstep.accept=data-loss,rewrite

== rows ==
INSERT INTO customer VALUES (1, 'Ada', 'London');
