package dev.lockstep.diff;

import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a sequence that takes a filled column over go on where its values stand. */
final class Counters {
  private Counters() {}

  /** The sequence of the schema that {@code nextval} in the expression takes values from. */
  static Optional<Sequence> sequence(SqlExpression expression, Schema schema) {
    List<Token> tokens = SqlTokens.of(expression.text());
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean next = tokens.get(i).is("nextval")
          && tokens.get(i + 1).is("(")
          && tokens.get(i + 2).kind() == Kind.STRING;
      if (next) {
        return schema.findSequence(name(tokens.get(i + 2).text()));
      }
    }
    return Optional.empty();
  }

  private static QualifiedName name(String literal) {
    String text = literal.substring(1, literal.length() - 1).replace("''", "'");
    List<String> parts = SqlTokens.of(text).stream()
        .filter(Token::isIdentifier)
        .map(Token::identifier)
        .toList();
    return parts.size() == 2
        ? new QualifiedName(parts.get(0), parts.get(1))
        : QualifiedName.of(parts.isEmpty() ? "" : parts.get(0));
  }

  /** For new sequences that follow the identity of a column, while that is still there. */
  static List<Operation> continued(Schema from, Schema to) {
    List<Operation> operations = new ArrayList<>();
    forEachTaken(from, to, (sequence, table, before) -> {
      if (before.identityOption().isPresent()) {
        operations.add(new ContinueSequence(sequence.name(), table.name(), before.name()));
      }
    });
    return operations;
  }

  /** For new sequences of columns that had neither sequence nor identity. */
  static List<Operation> restarted(Schema from, Schema to) {
    List<Operation> operations = new ArrayList<>();
    forEachTaken(from, to, (sequence, table, before) -> {
      if (before.identityOption().isEmpty()) {
        operations.add(new RestartSequence(sequence.name(), table.name(), before.name()));
      }
    });
    return operations;
  }

  private interface Taken {
    void accept(Sequence sequence, Table table, Column before);
  }

  /** Columns of {@code from} whose values come from a sequence that is new in {@code to}. */
  private static void forEachTaken(Schema from, Schema to, Taken taken) {
    if (to.objects(Sequence.class).findAny().isEmpty()) {
      return;
    }
    for (Table table : to.tables().values()) {
      Optional<Table> old = from.find(table.name());
      for (Column column : table.columns()) {
        Optional<Column> before = old.flatMap(each -> each.columns().find(column.name()));
        Optional<Sequence> sequence =
            column.defaultExpression().flatMap(value -> sequence(value, to));
        if (before.isPresent()
            && sequence.isPresent()
            && from.findSequence(sequence.get().name()).isEmpty()) {
          taken.accept(sequence.get(), table, before.get());
        }
      }
    }
  }
}
