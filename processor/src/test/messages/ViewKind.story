@View on something that is neither class nor record

== after ==
-- M.java
@View(query = "SELECT 1") enum M { A }

== messages ==
M.java:1: error: [lockstep:ViewKind] @View is for classes and records; M is an enum
      remove it

== fix remove it ==
M.java: @View(query = "SELECT 1") enum M { A } => enum M { A }
