package dev.lockstep.processor.model;

import static dev.lockstep.processor.problem.Problem.error;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * The wording of all that can be wrong with exclusions, partitions and how tables are stored. In
 * one piece for the reason that {@link ModelProblems} is.
 */
final class TableProblems {
  private TableProblems() {}

  // Storage

  static Problem parameterTwice(Place place, String parameter) {
    return error(
        "ParameterTwice",
        place,
        "storage parameter " + quoted(parameter) + " is given twice",
        "keep one of them");
  }

  static Problem wordUnknown(Place place, String attribute, String word, List<String> words) {
    return error(
        "WordUnknown",
        place,
        attribute + " " + quoted(word) + " is unknown; PostgreSQL has "
            + String.join(", ", words.subList(0, words.size() - 1)) + " and "
            + words.get(words.size() - 1),
        "write: " + attribute + " = " + javaText(words.get(words.size() - 1)));
  }

  static Problem storedPlain(Place place, String type, String storage) {
    return error(
        "StorageNotAllowed",
        place,
        "storage " + quoted(storage) + " is not for values of type " + type
            + ", which are always plain",
        "remove storage");
  }

  static Problem notCompressed(Place place, String type) {
    return error(
        "StorageNotAllowed",
        place,
        "values of type " + type + " are never compressed",
        "remove compression");
  }

  // Keys without overlaps, exclusions

  static Problem withoutOverlapsNotLast(Place place, String last) {
    return error(
        "WithoutOverlaps",
        place,
        "only the last column of the key, " + quoted(last) + ", can be without overlaps",
        "put the field last");
  }

  static Problem withoutOverlapsAlone(Place place, String column) {
    return error(
        "WithoutOverlaps",
        place,
        "a key without overlaps needs a column before its range " + quoted(column),
        "compare ranges alone: @Exclude(elements = " + javaText(column + " with &&") + ")");
  }

  static Problem exclusionEmpty(Place place) {
    return error(
        "ExcludeElementInvalid",
        place,
        "@Exclude compares nothing",
        "a column: elements = \"... with =\"");
  }

  static Problem exclusionInvalid(Place place, String text) {
    return error(
        "ExcludeElementInvalid",
        place,
        quoted(text) + " is no column or expression with an operator",
        "a column: elements = " + javaText(column(text, "room") + " with ="),
        "an expression: elements = \"(lower(...)) with =\"");
  }

  private static String column(String text, String ifNone) {
    List<Token> tokens = SqlTokens.of(text);
    return tokens.isEmpty() || tokens.get(0).kind() != Kind.WORD
        ? ifNone
        : tokens.get(0).text();
  }

  // Partitions

  static Problem listPartitionKeys(Place place) {
    return error(
        "PartitionKeyInvalid",
        place,
        "a table partitioned by LIST has exactly one column or expression",
        "name several: by = PartitionStrategy.RANGE");
  }

  static Problem partitionKeyOrdered(Place place, String text) {
    return error(
        "PartitionKeyInvalid",
        place,
        quoted(text) + " has an order; what tables are partitioned by has none",
        "name the column alone: columns = " + javaText(column(text, "day")));
  }

  static Problem partitionKeyInvalid(Place place, String text) {
    return error(
        "PartitionKeyInvalid",
        place,
        quoted(text) + " is no column and no expression",
        "a column: columns = " + javaText(column(text, "day")),
        "an expression: columns = \"(lower(...))\"");
  }

  static Problem partitionName(Place place, String name, QualifiedName table) {
    if (name.isEmpty()) {
      return error("NameInvalid", place, "a partition of table " + quoted(table) + " has no name");
    }
    if (!SqlSyntax.isStorable(name)) {
      return error(
          "NameInvalid",
          place,
          "a partition of table " + quoted(table)
              + " has a character in its name that PostgreSQL cannot store");
    }
    return error(
        "NameTooLong",
        place,
        "a partition of table " + quoted(table) + " has a name of "
            + name.getBytes(StandardCharsets.UTF_8).length + " bytes; PostgreSQL keeps "
            + DefaultNames.MOST_BYTES,
        "shorten it: name = \"...\"");
  }

  static Problem partitionNameTaken(Place place, String partition, QualifiedName table) {
    return error(
        "NameTaken",
        place,
        "partition " + quoted(partition) + " of table " + quoted(table)
            + " has the name of another table, view or sequence",
        "name another: name = " + javaText(partition + "2"));
  }

  static Problem partitionValues(
      Place place, String values, String fault, Strategy strategy, int keys) {
    return error(
        "PartitionValuesInvalid",
        place,
        quoted(values) + " are no values of a partition by " + strategy + ": " + fault,
        "write: values = " + javaText(sample(strategy, keys)));
  }

  private static String sample(Strategy strategy, int keys) {
    return switch (strategy) {
      case RANGE -> "FROM (" + bound("1", keys) + ") TO (" + bound("10", keys) + ")";
      case LIST -> "IN ('de', 'fr')";
      case HASH -> "WITH (MODULUS 4, REMAINDER 0)";
    };
  }

  private static String bound(String first, int keys) {
    return first + String.join("", Collections.nCopies(keys - 1, ", MINVALUE"));
  }

  static Problem partitionValuesTwice(Place place, String partition, String other) {
    return error(
        "PartitionValuesTwice",
        place,
        "partitions " + quoted(other) + " and " + quoted(partition) + " take the same rows",
        "keep one of them");
  }

  static Problem partitionKeyMissing(Place place, QualifiedName table, String what, String column) {
    return error(
        "PartitionKeyMissing",
        place,
        what + " of table " + quoted(table) + " lacks column " + quoted(column)
            + ", by which the table is partitioned",
        "add the column");
  }

  static Problem partitionedByExpression(Place place, QualifiedName table, String what) {
    return error(
        "PartitionKeyMissing",
        place,
        what + " of table " + quoted(table)
            + " is not possible, since the table is partitioned by an expression",
        "partition by columns",
        "remove it");
  }
}
