A view says what it was called

== before ==
-- OpenOrder.java
@View(query = "SELECT 1 AS id") class OpenOrder {}

== after ==
OpenOrder.java: @View( => @View(name = "todo", renamedFrom = "open_order",

== messages ==
OpenOrder.java:1: error: [lockstep:ViewRenamed] view "open_order" is named "todo" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename view open_order to todo"
