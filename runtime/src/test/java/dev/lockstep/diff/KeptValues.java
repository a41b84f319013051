package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.testing.RandomSchemas.Edit;
import dev.lockstep.testing.TrialDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in the rows of a database, column by column, and what an edit has to leave of it. */
final class KeptValues {
  /** By table, then by column: the values that are not NULL, as text, sorted. */
  private final Map<QualifiedName, Map<String, List<String>>> values = new TreeMap<>();

  private KeptValues() {}

  static KeptValues of(Connection connection, Schema schema) throws SQLException {
    KeptValues kept = new KeptValues();
    try (Statement statement = connection.createStatement()) {
      for (Table table : schema.tables().values()) {
        kept.read(statement, table);
      }
    }
    connection.rollback();
    return kept;
  }

  private void read(Statement statement, Table table) throws SQLException {
    List<String> columns = List.copyOf(table.columns().names());
    String list = columns.stream()
        .map(PostgresDdl::quote)
        .map(name -> "array_agg(" + name + "::text ORDER BY " + name + "::text)")
        .collect(Collectors.joining(", "));
    String schema =
        table.name().schema().isEmpty() ? TrialDatabase.TARGET : table.name().schema();
    String name =
        PostgresDdl.quote(schema) + "." + PostgresDdl.quote(table.name().name());
    Map<String, List<String>> read = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery("SELECT " + list + " FROM " + name)) {
      rows.next();
      for (int i = 0; i < columns.size(); i++) {
        read.put(columns.get(i), texts(rows.getArray(i + 1)));
      }
    }
    values.put(table.name(), read);
  }

  private static List<String> texts(java.sql.@org.jspecify.annotations.Nullable Array array)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String text : array == null ? new String[0] : (String[]) array.getArray()) {
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Fails unless all that the edit does not drop is there, in what was read after it. */
  void assertKept(Edit edit, KeptValues after, String failure) {
    for (Table table : edit.to().tables().values()) {
      QualifiedName old = edit.hints().renamedTables().getOrDefault(table.name(), table.name());
      edit.from().find(old).ifPresent(before -> assertKept(edit, before, table, after, failure));
    }
  }

  private void assertKept(Edit edit, Table before, Table table, KeptValues after, String failure) {
    for (Column column : table.columns()) {
      String name = edit.hints()
          .renamedColumns()
          .getOrDefault(new Member(table.name(), column.name()), column.name());
      Optional<Column> old = before.columns().find(name);
      if (old.isPresent() && isPlain(old.get()) && isPlain(column)) {
        List<String> was = values.get(before.name()).get(name);
        List<String> is = after.values.get(table.name()).get(column.name());
        boolean same = edit.from()
                .objects(EnumType.class)
                .noneMatch(e -> e.isTypeOf(old.get().type()))
            && old.get().type().equals(column.type());
        String place = table.name() + "." + column.name() + failure;
        assertEquals(was.size(), is.size(), () -> "values of " + place);
        assertEquals(
            same ? was : expected(edit, old.get().type(), column.type(), was, is),
            is,
            () -> "values of " + place);
      }
    }
  }

  private static boolean isPlain(Column column) {
    return column.computedOption().isEmpty();
  }

  /** The values under their new names; of a column whose type is another what is there. */
  private static List<String> expected(
      Edit edit, SqlType before, SqlType after, List<String> was, List<String> is) {
    Optional<EnumType> type = edit.to()
        .objects(EnumType.class)
        .filter(each -> each.isTypeOf(after) && !after.array())
        .findFirst();
    boolean same = type.isPresent()
        && edit.from()
            .findEnum(recorded(edit, type.get()))
            .filter(old -> old.isTypeOf(before))
            .isPresent();
    return same
        ? was.stream().map(value -> renamed(edit, type.get(), value)).sorted().toList()
        : is;
  }

  private static QualifiedName recorded(Edit edit, EnumType type) {
    ObjectKey key = new ObjectKey(ObjectKind.ENUM, type.name());
    return edit.hints().renamedObjects().getOrDefault(key, key).name();
  }

  private static String renamed(Edit edit, EnumType type, String value) {
    String successor = edit.hints().replacedValues().get(new EnumMember(type.name(), value));
    return successor != null
        ? successor
        : edit.hints().renamedValues().entrySet().stream()
            .filter(each ->
                each.getKey().type().equals(type.name()) && each.getValue().equals(value))
            .map(each -> each.getKey().value())
            .findFirst()
            .orElse(value);
  }
}
