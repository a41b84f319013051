Sell products to customers

A foreign key locks the table that it references, until the transaction ends. A new table comes with those
to one table in use; those to others follow in transactions of their own.

== before ==
-- Customer.java
@Table class Customer { @Id long id; }
-- Product.java
@Table class Product { @Id long id; }

== after ==
-- Sale.java
@Table class Sale { @Id long id; @References(Customer.class) long customer; @References(Product.class) long product; @References(Product.class) Long gift; }

== rows ==
INSERT INTO customer VALUES (1);
INSERT INTO product VALUES (1);

== messages ==
Sale.java:1: error: [lockstep:ColumnsMissing] @Index names no column
      name one: @Index(columns = "...")
Sale.java:1: error: cannot find symbol
  symbol:   method value()
  location: @interface dev.lockstep.annotations.Index

== refused ==
Sale.java:1: error: [lockstep:ColumnsMissing] @Index names no column
      name one: @Index(columns = "...")
Sale.java:1: error: cannot find symbol
  symbol:   method value()
  location: @interface dev.lockstep.annotations.Index
