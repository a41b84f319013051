Two views that select from each other

== after ==
-- V.java
@View(query = "SELECT * FROM w") class V {}
-- W.java
@View(query = "SELECT * FROM v") class W {}

== messages ==
V.java:1: error: [lockstep:ViewCycle] view "v" needs view "w", which needs "v"
      let one of them select from tables alone: query = "SELECT ..."

== fix let one of them select from tables alone: query = "SELECT ..." ==
W.java: SELECT * FROM v => SELECT 1 AS id
