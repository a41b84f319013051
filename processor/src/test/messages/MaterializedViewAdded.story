A materialized view is new

== after ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== messages ==
Sales.java:1: error: [lockstep:MaterializedViewAdded] materialized view "sales" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
