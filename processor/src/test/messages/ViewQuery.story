A view of a statement that is no query

== after ==
-- V.java
@View(query = "DELETE FROM t") class V {}

== messages ==
V.java:1: error: [lockstep:ViewQuery] the query of view "v" begins with "DELETE"; a query is a SELECT
