Let PostgreSQL number

A plain column becomes an identity that goes on after the highest value; the options of another change; a
third is an identity no more.

== before ==
-- Becomes.java
@Table class Becomes { @Id long id; }
-- Changes.java
@Table class Changes { @Id @Identity Long id; }
-- Ceases.java
@Table class Ceases { @Id @Identity(start = 5) Long id; }

== after ==
-- Becomes.java
@Table class Becomes { @Id @Identity long id; }
-- Changes.java
@Table class Changes { @Id @Identity(always = true, increment = 10, cache = 20) Long id; }
-- Ceases.java
@Table class Ceases { @Id Long id; }

== rows ==
INSERT INTO becomes VALUES (41);
INSERT INTO changes DEFAULT VALUES;
INSERT INTO ceases DEFAULT VALUES;

== rows after ==
INSERT INTO becomes DEFAULT VALUES RETURNING id;

SELECT * FROM ceases;
