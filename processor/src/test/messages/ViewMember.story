An annotation at a field of a @View, whose fields are not read

== after ==
-- M.java
@View(query = "SELECT 1") class M { @Column int a; }

== messages ==
M.java:1: error: [lockstep:ViewMember] @Column has no effect: class M is a @View, whose columns are those of its query
      remove it
M.java:1: error: [lockstep:ViewAdded] view "m" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix remove it ==
M.java: @Column int => int
