A materialized view is gone

== before ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== after ==
-- Sales.java is deleted

== messages ==
package-info.java:1: error: [lockstep:MaterializedViewRemoved] materialized view "sales" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop materialized view sales"
