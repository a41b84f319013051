A class is a table and an embeddable at once

== after ==
-- M.java
@Table @Embeddable class M { int a; }

== messages ==
M.java:1: error: [lockstep:EmbeddableTable] class M is a @Table and an @Embeddable; it can be one of them
      remove one of them
M.java:1: error: [lockstep:TableAdded] table "m" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix remove one of them ==
M.java: @Table @Embeddable => @Table
