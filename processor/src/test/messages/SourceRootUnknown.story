The source folder given is none

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.sources=none

== messages ==
package-info.java:1: error: [lockstep:SourceRootUnknown] lockstep.sources names no folder: none
      name it: -Dlockstep.sources=src/main/java

== fix name it: -Dlockstep.sources=src/main/java ==
options: lockstep.sources=none => lockstep.sources={sources}
