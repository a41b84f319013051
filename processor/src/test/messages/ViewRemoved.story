A view is gone

== before ==
-- V.java
@View(query = "SELECT 1 AS id") class V {}

== after ==
-- V.java is deleted

== messages ==
package-info.java:1: error: [lockstep:ViewRemoved] view "v" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop view v"
