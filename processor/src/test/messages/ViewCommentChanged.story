A view gets a comment

== before ==
-- OpenOrder.java
@View(query = "SELECT 1 AS id") class OpenOrder {}

== after ==
OpenOrder.java: @View( => @View(comment = "to be done",

== messages ==
OpenOrder.java:1: error: [lockstep:ViewCommentChanged] the comment of view "open_order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of view open_order"
