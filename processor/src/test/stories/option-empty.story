Prepare the mail’s “new” form: 你好! 100%

With lockstep.empty=true a migration is generated for hand-written steps although the model is
unchanged. Whatever the description holds, it becomes the name of a class.

== before ==
-- Person.java
@Table class Person { @Id long id; }

== options ==
lockstep.empty=true

== rows ==
INSERT INTO person VALUES (1);

== messages ==


== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Prepare the mail\u2019s \u201cnew\u201d form: \u4f60\u597d! 100%")
public final class M0002_PrepareTheMailSNewForm100 implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    // Write the steps here: schema.sql("..."), schema.run("name", connection -> {...})
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    // Undo the steps here, the last one first
  }
}

== sql up ==


== sql down ==


== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_PrepareTheMailSNewForm100"
    ],
    "tables": [
