package dev.lockstep.schema;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whatever has no kind of its own, as SQL: a function, a trigger, a policy, a grant.
 *
 * @param name what it is called here; its schema is always empty, and PostgreSQL never sees it
 * @param create SQL that makes it, one statement or several
 * @param drop SQL that removes it
 * @param needs names of tables, views, sequences, types and other SQL objects that must exist
 *     before it; a name in another schema than the target schema has that schema and a dot
 */
public record SqlObject(QualifiedName name, String create, String drop, SortedSet<String> needs)
    implements SchemaObject {
  public SqlObject {
    needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SQL_OBJECT;
  }

  @Override
  public SqlObject withName(QualifiedName newName) {
    return new SqlObject(newName, create, drop, needs);
  }

  /** Whether {@link #create} says OR REPLACE, so that it can stand over the one that is there. */
  public boolean replaces() {
    var tokens = SqlTokens.of(create);
    return tokens.size() > 2
        && tokens.get(0).is("create")
        && tokens.get(1).is("or")
        && tokens.get(2).is("replace");
  }
}
