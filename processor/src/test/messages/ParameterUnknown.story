A view with an option that views have not

== after ==
-- V.java
@View(query = "SELECT 1 AS a", with = "security_barier=true") class V {}

== messages ==
V.java:1: error: [lockstep:ParameterUnknown] view "v" has no option "security_barier"; did you mean "security_barrier"?
