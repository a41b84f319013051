name of an @SqlObject is blank

== after ==
-- M.java
@SqlObject(name = " ", create = "SELECT 1", drop = "SELECT 1") class M {}

== messages ==
M.java:1: error: [lockstep:SqlObjectName] an SQL object needs a name, which messages and other objects call it by
      name it: name = "touch_user"

== fix name it: name = "touch_user" ==
M.java: @SqlObject(name = " ", create = "SELECT 1", drop = "SELECT 1") class M {} => @SqlObject(name = "touch_user", create = "SELECT 1", drop = "SELECT 1") class M {}
