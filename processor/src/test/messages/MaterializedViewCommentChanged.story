A materialized view gets a comment

== before ==
-- Sales.java
@View(materialized = true, query = "SELECT 1 AS id") class Sales {}

== after ==
Sales.java: @View( => @View(comment = "by day",

== messages ==
Sales.java:1: error: [lockstep:MaterializedViewCommentChanged] the comment of materialized view "sales" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of materialized view sales"
