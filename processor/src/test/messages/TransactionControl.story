An SQL object commits

== after ==
-- O.java
@SqlObject(name = "o", create = "SELECT 1; COMMIT", drop = "SELECT 1") class O {}

== messages ==
O.java:1: error: [lockstep:TransactionControl] create of SQL object "o" ends or begins a transaction by itself: COMMIT
      remove that statement: a migration runs in one transaction, which Lockstep commits

== fix remove that statement: a migration runs in one transaction, which Lockstep commits ==
O.java: SELECT 1; COMMIT => SELECT 1
