A view is gone while another is new

== before ==
-- V.java
@View(query = "SELECT 1 AS id") class V {}

== after ==
-- V.java is deleted
-- W.java
@View(query = "SELECT 1 AS id") class W {}

== messages ==
package-info.java:1: error: [lockstep:ViewRemoved] view "v" is not declared any more, while view "w" is new; a migration would drop it with its grants
      renamed: renamedFrom = "v" in the @View of W
      dropped: mvn compile -Dlockstep.migrate="Drop view v" -Dlockstep.accept=data-loss
W.java:1: error: [lockstep:ViewAdded] view "w" is not migrated yet
      renamed: renamedFrom = "v" in its @View
      not renamed: mvn compile -Dlockstep.migrate="Create view w and drop view v" -Dlockstep.accept=data-loss

== fix renamed: renamedFrom = "v" in the @View of W ==
W.java: @View( => @View(renamedFrom = "v",
