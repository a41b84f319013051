A materialized view is new while another is gone

== before ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== after ==
-- Sales.java is deleted
-- Revenue.java
@View(materialized = true, query = "SELECT 1 AS id") class Revenue {}

== messages ==
Revenue.java:1: error: [lockstep:MaterializedViewAdded] materialized view "revenue" is not migrated yet
      renamed: renamedFrom = "sales" in its @View
      not renamed: mvn compile -Dlockstep.migrate="Create materialized view revenue and drop materialized view sales" -Dlockstep.accept=data-loss
package-info.java:1: error: [lockstep:MaterializedViewRemoved] materialized view "sales" is not declared any more, while materialized view "revenue" is new; a migration would drop it with its grants
      renamed: renamedFrom = "sales" in the @View of Revenue
      dropped: mvn compile -Dlockstep.migrate="Drop materialized view sales" -Dlockstep.accept=data-loss

== fix renamed: renamedFrom = "sales" in its @View ==
Revenue.java: @View( => @View(renamedFrom = "sales",
