SQL objects that need each other, so that none could be made first

== after ==
-- M.java
@SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1", needs = "o") class M {}

== messages ==
M.java:1: error: [lockstep:NeedsCycle] SQL object "o" needs itself
      remove one of them

== fix remove one of them ==
M.java: @SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1", needs = "o") class M {} => @SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1") class M {}
