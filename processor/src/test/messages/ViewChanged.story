A view has another query

== before ==
-- OpenOrder.java
@View(query = "SELECT 1 AS id") class OpenOrder {}

== after ==
OpenOrder.java: SELECT 1 => SELECT 2

== messages ==
OpenOrder.java:1: error: [lockstep:ViewChanged] view "open_order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change view open_order"
