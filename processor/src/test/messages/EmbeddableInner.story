@Embeddable on a nested class that is not static

== after ==
-- M.java
@Table class M { @Embedded In a; @Embeddable class In { int b; } }

== messages ==
M.java:1: error: [lockstep:EmbeddableInner] embeddable In is an inner class; only a static nested one can be embedded
      write: static class In
M.java:1: error: [lockstep:TableAdded] table "m" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix write: static class In ==
M.java: @Table class M { @Embedded In a; @Embeddable class In { int b; } } => @Table class M { @Embedded In a; @Embeddable static class In { int b; } }
