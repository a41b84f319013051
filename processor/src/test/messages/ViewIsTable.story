A class with @Table and @View

== after ==
-- M.java
@View(query = "SELECT 1") @Table class M { int a; }

== messages ==
M.java:1: error: [lockstep:ViewIsTable] class M is a @Table and a @View; it can be one of them
      remove one of them
M.java:1: error: [lockstep:TableAdded] table "m" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix remove one of them ==
M.java: @View(query = "SELECT 1") @Table => @Table
