Drop fax

A table class that is gone could be a table to drop, or one that got another name. Nothing is
dropped before that is said. With no class left to point at, the message stands at the @Database.

== before ==
-- Fax.java
@Table class Fax { @Id long id; }
-- Phone.java
@Table class Phone { @Id long id; }

== after ==
-- Fax.java is deleted

== refused ==
package-info.java:1: error: [lockstep:TableRemoved] table "fax" has no class any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Table that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax" -Dlockstep.accept=data-loss
