package dev.lockstep.processor.snapshot;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.Sql;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlNames;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a migration says in SQL beside what another one takes away or alters. A schema alone does
 * not tell: a view, a computed column or hand-written SQL that names a column fails where that has
 * gone before, and keeps it from going where it comes first. Told by words, so rather too often.
 */
final class SqlMentions {
  /**
   * SQL of a migration.
   *
   * @param what it makes, as in {@code view "v"}
   */
  private record Text(String what, SqlNames names) {
    static Text of(String what, String sql) {
      return new Text(what, SqlNames.withStrings(sql));
    }

    boolean names(Loss loss) {
      return names.words().contains(loss.owner())
          && (loss.column().isEmpty()
              || (!loss.isNew() && names.words().contains(loss.column()))
              || names.selectsAll());
    }
  }

  /**
   * What is not there any more as it was, or is new among what there was.
   *
   * @param column empty for the whole of its owner
   * @param happening as in {@code drops column "a" of table "t"}
   * @param isNew whether only SQL minds that depends on which columns there are
   */
  private record Loss(String owner, String column, String happening, boolean isNew) {
    static Loss of(String verb, QualifiedName owner) {
      return new Loss(owner.name(), "", verb + " \"" + owner + "\"", false);
    }

    static Loss ofNew(QualifiedName table, String column) {
      return new Loss(
          table.name(), column, "adds column \"" + column + "\" to table \"" + table + "\"", true);
    }

    String words(String saying, String changing) {
      return saying
          + (isNew
              ? " depends on which columns there are, and \"" + changing + "\" alters that: it "
              : " names what \"" + changing + "\" takes away or alters: it ")
          + happening;
    }

    static Loss of(String verb, QualifiedName table, String column) {
      return new Loss(
          table.name(),
          column,
          verb + " column \"" + column + "\" of table \"" + table + "\"",
          false);
    }
  }

  private SqlMentions() {}

  /** Why the two migrations get in each other's way, in one line. */
  static Optional<String> between(FoundMigration one, FoundMigration other) {
    return clash(one, other).or(() -> clash(other, one));
  }

  private static Optional<String> clash(FoundMigration saying, FoundMigration changing) {
    List<Loss> losses = new ArrayList<>();
    changing.source().upgrade().forEach(operation -> loss(operation).ifPresent(losses::add));
    for (Operation operation : saying.source().upgrade()) {
      Optional<Text> text = text(operation);
      Optional<String> clash = text.flatMap(sql -> losses.stream()
          .filter(sql::names)
          .findFirst()
          .map(loss -> loss.words(sql.what() + " of \"" + saying.id() + "\"", changing.id())));
      if (clash.isPresent()) {
        return clash;
      }
    }
    return Optional.empty();
  }

  private static Optional<Text> text(Operation operation) {
    if (operation instanceof CreateObject create && create.object() instanceof View view) {
      return Optional.of(Text.of("view \"" + view.name() + "\"", view.query().text()));
    }
    if (operation instanceof CreateObject create && create.object() instanceof SqlObject object) {
      return Optional.of(text(object));
    }
    if (operation instanceof ReplaceSqlObject replace) {
      return Optional.of(text(replace.object()));
    }
    if (operation instanceof AddColumn add && add.column().value() instanceof Computed computed) {
      return Optional.of(Text.of(
          "computed column \"" + add.column().name() + "\"",
          computed.expression().text() + " \"" + add.table().name() + "\""));
    }
    return operation instanceof Sql sql ? Optional.of(Text.of("SQL", sql.sql())) : Optional.empty();
  }

  private static Text text(SqlObject object) {
    return Text.of(
        "SQL object \"" + object.name() + "\"",
        object.create() + " " + String.join(" ", object.needs()));
  }

  private static Optional<Loss> loss(Operation operation) {
    if (operation instanceof AddColumn add) {
      return Optional.of(Loss.ofNew(add.table(), add.column().name()));
    }
    if (operation instanceof DropColumn drop) {
      return Optional.of(Loss.of("drops", drop.table(), drop.column()));
    }
    if (operation instanceof RenameColumn rename) {
      return Optional.of(Loss.of("renames", rename.table(), rename.column()));
    }
    if (operation instanceof AlterColumnType alter) {
      return Optional.of(Loss.of("changes the type of", alter.table(), alter.column()));
    }
    if (operation instanceof DropTable drop) {
      return Optional.of(Loss.of("drops table", drop.table()));
    }
    if (operation instanceof RenameTable rename) {
      return Optional.of(Loss.of("renames table", rename.table()));
    }
    if (operation instanceof SetTableSchema move) {
      return Optional.of(Loss.of("moves table", move.table()));
    }
    if (operation instanceof DropObject drop) {
      return Optional.of(
          Loss.of("drops " + drop.object().kind().word(), drop.object().name()));
    }
    return operation instanceof RenameObject rename
        ? Optional.of(
            Loss.of("renames " + rename.object().kind().word(), rename.object().name()))
        : Optional.empty();
  }
}
