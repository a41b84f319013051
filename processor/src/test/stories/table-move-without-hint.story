Move audit to its own schema

A table of the same name in another schema is another table, until renamedFrom says that it is the
same.

== before ==
-- Audit.java
@Table class Audit { @Id long id; }

== after ==
-- Audit.java
@Table(schema = "log") class Audit { @Id long id; }

== refused ==
package-info.java:1: error: [lockstep:TableRemoved] table "audit" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "audit") on Audit
      dropped: mvn compile -Dlockstep.migrate="Move audit to its own schema" -Dlockstep.accept=data-loss
