package dev.lockstep.processor.model;

import static dev.lockstep.processor.problem.Problem.error;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
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

  // Keys without overlaps, exclusions

  static Problem withoutOverlapsNotLast(Place place, String last) {
    return error(
        "WithoutOverlaps",
        place,
        "only the last column of the key, " + quoted(last) + ", can be without overlaps",
        "put the field last");
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
}
