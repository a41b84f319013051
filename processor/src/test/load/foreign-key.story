F2: add a foreign key

The plain form looks for each row's customer while nobody can write either table.

== before ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  Long customerId;
}
-- Customer.java
@Table
class Customer {
  @Id Long id;
}

== after ==
-- Busy.java
@Table
class Busy {
  @Id @Identity Long id;
  Integer n;
  @References(Customer.class) Long customerId;
}

== server ==
DO $$
BEGIN
  -- Joins go through the whole of the smaller table for each row of the larger one.
  EXECUTE $e$ALTER DATABASE $e$ || current_database() || $e$ SET enable_hashjoin = off$e$;
  EXECUTE $e$ALTER DATABASE $e$ || current_database() || $e$ SET enable_mergejoin = off$e$;
  EXECUTE $e$ALTER DATABASE $e$ || current_database() || $e$ SET enable_indexscan = off$e$;
  EXECUTE $e$ALTER DATABASE $e$ || current_database() || $e$ SET enable_indexonlyscan = off$e$;
  EXECUTE $e$ALTER DATABASE $e$ || current_database() || $e$ SET enable_bitmapscan = off$e$;
END $$

== rows ==
INSERT INTO customer SELECT i FROM generate_series(1, 1500) i;
INSERT INTO busy (n, customer_id) SELECT i, i % 1500 + 1 FROM generate_series(1, 100000) i

== application ==
SELECT * FROM customer WHERE id = ?
UPDATE busy SET n = n + 1 WHERE id = ?
INSERT INTO busy (n, customer_id) VALUES (?, 1)
INSERT INTO customer (id) VALUES (10000000 + ? + 100000 * ?) ON CONFLICT DO NOTHING
