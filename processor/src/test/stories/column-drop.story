Drop fax from customer

With data-loss accepted the column goes, after all that hangs on it. The way back restores all of it;
the values are lost. A column that was NOT NULL is filled with a value that stands for nothing.

== before ==
-- Customer.java
@Index(columns = {"fax", "name"})
@Table class Customer {
  @Id long id;
  String name;
  @Column(nullable = false, unique = true, comment = "With country code") @Check("fax <> ''") String fax;
}

== after ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO customer VALUES (1, 'Ada', '+49');

== rows after ==
SELECT * FROM customer;
