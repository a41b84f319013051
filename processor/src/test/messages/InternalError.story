Something fails that never should

== after ==
-- User.java
@Table class User { @Id long id; }

== setting ==
the compiler fails to make a file for a migration

== options ==
lockstep.migrate=First

== messages ==
error: [lockstep:InternalError] com.sun.tools.javac.util.ClientCodeException: java.lang.IllegalStateException: no more paper (dev.lockstep.processor.Output.source:1)
      this is a fault of Lockstep: please report this line and the class that it was compiling
      until it is mended: -Dlockstep.check=off

== fix this is a fault of Lockstep: please report this line and the class that it was compiling ==
not applicable: only its authors can mend Lockstep

== fix until it is mended: -Dlockstep.check=off ==
options: lockstep.migrate=First => lockstep.check=off
