A table in a schema of PostgreSQL

== after ==
-- T.java
@Table(schema = "pg_shop") class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:NameReserved] schema "pg_shop" has a name that PostgreSQL keeps for itself
      rename: @Table(schema = "app_shop")

== fix rename: @Table(schema = "app_shop") ==
T.java: pg_shop => app_shop
