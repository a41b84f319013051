package dev.lockstep.engine;

import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnObject;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DetachPartition;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenamePartition;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.SqlNames;
import dev.lockstep.schema.View;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a statement names, on its way there and back: two statements that name nothing in common may
 * change places. To name too much does no harm, it only keeps statements together.
 *
 * @param words raw identifiers, keywords among them
 * @param changed raw names of what it makes, changes or drops, tables and columns apart
 * @param reach how much of a table that it names it concerns
 */
record MendNames(Set<String> words, Set<String> changed, Reach reach) {
  /** How much a statement concerns of what it names. */
  enum Reach {
    /** Of a table those columns that it names as well. */
    MEMBERS,
    /** All of a table. */
    TABLES,
    /** All of a schema. */
    SCHEMAS,
    /** All that comes after it. */
    EVERYTHING
  }

  private static final List<Class<? extends Operation>> OF_TABLES = List.of(
      CreateTable.class,
      DropTable.class,
      CreatePartition.class,
      DropPartition.class,
      AttachPartition.class,
      DetachPartition.class,
      RenamePartition.class,
      SetLogged.class,
      SetUnlogged.class);

  static MendNames of(Operation operation, SchemaStep step, PostgresDdl ddl) {
    Set<String> words = new HashSet<>(words(operation, ddl));
    operation.reverse(step.before()).forEach(back -> words.addAll(words(back, ddl)));
    Set<String> changed = step.names();
    words.addAll(changed);
    return new MendNames(words, changed, reach(operation));
  }

  static MendNames of(String sql) {
    return new MendNames(SqlNames.withStrings(sql).words(), Set.of(), Reach.MEMBERS);
  }

  private static Set<String> words(Operation operation, PostgresDdl ddl) {
    return SqlNames.withStrings(ddl.sql(silent(operation))).words();
  }

  /** Without the words of a comment. */
  private static Operation silent(Operation operation) {
    if (operation instanceof CommentOnTable comment) {
      return new CommentOnTable(comment.table(), "");
    }
    if (operation instanceof CommentOnColumn comment) {
      return new CommentOnColumn(comment.table(), comment.column(), "");
    }
    return operation instanceof CommentOnObject comment
        ? new CommentOnObject(comment.object(), "")
        : operation;
  }

  private static Reach reach(Operation operation) {
    if (operation instanceof CreateObject create && create.object() instanceof Extension) {
      return Reach.EVERYTHING;
    }
    if (operation instanceof CreateSchema || operation instanceof DropSchema) {
      return Reach.SCHEMAS;
    }
    boolean all = operation instanceof CreateObject create
        && create.object() instanceof View view
        && SqlNames.withStrings(view.query().text()).selectsAll();
    return all || OF_TABLES.stream().anyMatch(each -> each.isInstance(operation))
        ? Reach.TABLES
        : Reach.MEMBERS;
  }

  /**
   * Whether the order of the two matters.
   *
   * @param later comes after this one
   */
  boolean precede(MendNames later, KnownNames known) {
    if (reach == Reach.EVERYTHING) {
      return true;
    }
    if (!Collections.disjoint(changed, later.words)
        || !Collections.disjoint(later.changed, words)) {
      return true;
    }
    Set<String> common = new HashSet<>(words);
    common.retainAll(later.words);
    if ((reach == Reach.SCHEMAS || later.reach == Reach.SCHEMAS)
        && !Collections.disjoint(common, known.namespaces())) {
      return true;
    }
    return !Collections.disjoint(common, known.tables())
        && (reach == Reach.TABLES
            || later.reach == Reach.TABLES
            || !Collections.disjoint(common, known.columns()));
  }
}
