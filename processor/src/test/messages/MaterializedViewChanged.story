A materialized view has another query

== before ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== after ==
Sales.java: SELECT 1 => SELECT 2

== messages ==
Sales.java:1: error: [lockstep:MaterializedViewChanged] materialized view "sales" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change materialized view sales"
