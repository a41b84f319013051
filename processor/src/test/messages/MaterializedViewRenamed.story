A materialized view says what it was called

== before ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== after ==
Sales.java: @View( => @View(name = "revenue", renamedFrom = "sales",

== messages ==
Sales.java:1: error: [lockstep:MaterializedViewRenamed] materialized view "sales" is named "revenue" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename materialized view sales to revenue"
