A view is new while another is gone

== before ==
-- OpenOrder.java
@View(query = "SELECT 1 AS id") class OpenOrder {}

== after ==
-- OpenOrder.java is deleted
-- Todo.java
@View(query = "SELECT 1 AS id") class Todo {}

== messages ==
package-info.java:1: error: [lockstep:ViewRemoved] view "open_order" is not declared any more, while view "todo" is new; a migration would drop it with its grants
      renamed: renamedFrom = "open_order" in the @View of Todo
      dropped: mvn compile -Dlockstep.migrate="Drop view open_order" -Dlockstep.accept=data-loss
Todo.java:1: error: [lockstep:ViewAdded] view "todo" is not migrated yet
      renamed: renamedFrom = "open_order" in its @View
      not renamed: mvn compile -Dlockstep.migrate="Create view todo and drop view open_order" -Dlockstep.accept=data-loss

== fix renamed: renamedFrom = "open_order" in its @View ==
Todo.java: @View( => @View(renamedFrom = "open_order",
