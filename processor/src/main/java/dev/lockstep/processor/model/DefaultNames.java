package dev.lockstep.processor.model;

import dev.lockstep.schema.IndexElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that PostgreSQL would choose for the constraints and indexes of one schema, in the
 * order in which they are asked for (PostgreSQL source, indexcmds.c: {@code makeObjectName},
 * {@code ChooseRelationName}, {@code ChooseIndexColumnNames}; the same from 14 to 18). Texts are
 * UTF-8, as is the database.
 */
final class DefaultNames {
  /** NAMEDATALEN - 1. */
  static final int MOST_BYTES = 63;

  private final Set<String> relations = new HashSet<>();
  private final Set<String> constraints = new HashSet<>();

  static boolean fits(String name) {
    return bytes(name).length <= MOST_BYTES;
  }

  /** Notes a table or an index. */
  boolean takeRelation(String name) {
    return relations.add(name);
  }

  /** Notes a constraint; names of constraints are unique in their table alone. */
  void takeConstraint(String name) {
    constraints.add(name);
  }

  String primaryKey(String table) {
    return indexConstraint(table, null, "pkey");
  }

  /** A unique constraint of those columns, those carried along at the end. */
  String unique(String table, List<String> columns) {
    return indexConstraint(table, joined(distinct(columns)), "key");
  }

  /** An exclusion constraint that compares those. */
  String exclusion(String table, List<IndexElement> elements) {
    List<String> columns = distinct(elements.stream().map(DefaultNames::nameOf).toList());
    return indexConstraint(table, joined(columns), "excl");
  }

  String foreignKey(String table, List<String> columns) {
    String name = choose(table, joined(columns), "fkey", constraints, Set.of());
    constraints.add(name);
    return name;
  }

  /** A check that mentions that column alone; null if it mentions none or several. */
  String check(String table, @Nullable String column) {
    String name = choose(table, column, "check", constraints, Set.of());
    constraints.add(name);
    return name;
  }

  String index(String table, List<IndexElement> elements, List<String> include) {
    List<String> names = new ArrayList<>();
    for (IndexElement element : elements) {
      names.add(nameOf(element));
    }
    names.addAll(include);
    String columns = joined(distinct(names));
    String name = choose(table, columns, "idx", relations, Set.of());
    relations.add(name);
    return name;
  }

  private String indexConstraint(String table, @Nullable String columns, String label) {
    String name = choose(table, columns, label, relations, constraints);
    relations.add(name);
    constraints.add(name);
    return name;
  }

  private static String nameOf(IndexElement element) {
    if (element.column() != null) {
      return element.column();
    }
    return element.expression() == null ? "expr" : ExpressionName.of(element.expression());
  }

  private static String choose(
      String table,
      @Nullable String middle,
      String label,
      Set<String> taken,
      Set<String> alsoTaken) {
    String name = objectName(table, middle, label);
    for (int pass = 1; taken.contains(name) || alsoTaken.contains(name); pass++) {
      name = objectName(table, middle, label + pass);
    }
    return name;
  }

  /** {@code makeObjectName}: the longer part is cut first. */
  private static String objectName(String table, @Nullable String middle, String label) {
    byte[] first = bytes(table);
    byte[] second = bytes(middle == null ? "" : middle);
    int available = MOST_BYTES - (middle == null ? 0 : 1) - bytes(label).length - 1;
    int firstLength = first.length;
    int secondLength = second.length;
    while (firstLength + secondLength > available) {
      if (firstLength > secondLength) {
        firstLength--;
      } else {
        secondLength--;
      }
    }
    String start = clipped(first, firstLength);
    return (middle == null ? start : start + "_" + clipped(second, secondLength)) + "_" + label;
  }

  /** {@code ChooseIndexNameAddition}. */
  private static String joined(List<String> columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      joined.append(joined.isEmpty() ? "" : "_").append(column);
      if (bytes(joined.toString()).length > MOST_BYTES) {
        break;
      }
    }
    return joined.toString();
  }

  /** {@code ChooseIndexColumnNames}: a name met before gets a number. */
  private static List<String> distinct(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = column;
      for (int number = 1; names.contains(name); number++) {
        int space = MOST_BYTES - String.valueOf(number).length();
        name = clipped(bytes(column), space) + number;
      }
      names.add(name);
    }
    return names;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code pg_mbcliplen}: the most whole characters within so many bytes. */
  private static String clipped(byte[] text, int most) {
    int length = Math.min(text.length, most);
    while (length < text.length && length > 0 && isContinuation(text[length])) {
      length--;
    }
    return new String(Arrays.copyOf(text, length), StandardCharsets.UTF_8);
  }

  private static boolean isContinuation(byte utf8) {
    return (utf8 & 0xC0) == 0x80;
  }
}
