package dev.lockstep;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a migration, to be imported statically: columns, their types, constraints and
 * indexes. Names are raw, never quoted.
 */
public final class SchemaElements {
  private SchemaElements() {}

  /**
   * A nullable column; {@code .notNull()}, {@code .defaultValue("0")}, {@code .identity()} and so
   * on refine it.
   */
  public static Column column(String name, SqlType type) {
    return Column.of(name, type);
  }

  public static Identity identityAlways() {
    Identity identity = Identity.byDefault();
    return new Identity(
        true,
        identity.start(),
        identity.increment(),
        identity.min(),
        identity.max(),
        identity.cache(),
        false);
  }

  public static Identity identityByDefault() {
    return Identity.byDefault();
  }

  public static PrimaryKey primaryKey(String name, String firstColumn, String... moreColumns) {
    return new PrimaryKey(name, list(firstColumn, moreColumns));
  }

  public static Unique unique(String name, String firstColumn, String... moreColumns) {
    return new Unique(
        name, list(firstColumn, moreColumns), true, Deferral.NOT_DEFERRABLE, List.of());
  }

  /** A foreign key of those columns; {@code .references("user", "id")} says to what. */
  public static ForeignKey foreignKey(String name, String firstColumn, String... moreColumns) {
    return new ForeignKey(
        name,
        list(firstColumn, moreColumns),
        QualifiedName.of(""),
        List.of(),
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  public static Check check(String name, String expression) {
    return new Check(name, SqlExpression.of(expression));
  }

  /**
   * A btree index; each element is a column or an expression in parentheses, then {@code collate},
   * operator class, {@code desc}, ...
   */
  public static Index index(String name, String firstElement, String... moreElements) {
    return Index.of(name, false, list(firstElement, moreElements).toArray(String[]::new));
  }

  /** As {@link #index}, unique. */
  public static Index uniqueIndex(String name, String firstElement, String... moreElements) {
    return Index.of(name, true, list(firstElement, moreElements).toArray(String[]::new));
  }

  /**
   * An exclusion constraint; each element is a column or an expression in parentheses, then
   * {@code with} and an operator: {@code "during with &&"}.
   *
   * @param method access method of its index: {@code gist}
   */
  public static Exclusion exclude(
      String name, String method, String firstElement, String... moreElements) {
    return Exclusion.of(name, method, firstElement, moreElements);
  }

  /** Rows are told apart by ranges of columns, or of expressions in parentheses. */
  public static Partitioning partitionByRange(String firstKey, String... moreKeys) {
    return Partitioning.by(Partitioning.Strategy.RANGE, firstKey, moreKeys);
  }

  /** Rows are told apart by lists of values of a column, or of an expression in parentheses. */
  public static Partitioning partitionByList(String key) {
    return Partitioning.by(Partitioning.Strategy.LIST, key);
  }

  /** Rows are told apart by the hash of columns, or of expressions in parentheses. */
  public static Partitioning partitionByHash(String firstKey, String... moreKeys) {
    return Partitioning.by(Partitioning.Strategy.HASH, firstKey, moreKeys);
  }

  /** How a table is stored; {@code .with("fillfactor", "70")} and so on say it. */
  public static TableOptions tableOptions() {
    return TableOptions.NONE;
  }

  /** A bigint sequence; {@code .start(1000)}, {@code .cache(10)} and so on refine it. */
  public static Sequence sequence(String name) {
    return Sequence.of(QualifiedName.of(name));
  }

  /** A view; {@code .with("security_barrier", "true")} gives it options. */
  public static View view(String name, String query) {
    return View.of(QualifiedName.of(name), query);
  }

  /** A materialized view; {@code .with("fillfactor", "70")} gives it storage parameters. */
  public static View materializedView(String name, String query) {
    return View.materialized(QualifiedName.of(name), query);
  }

  /** Any type by its SQL name, as in {@code type("citext")}. */
  public static SqlType type(String name) {
    return SqlType.parse(name);
  }

  /** An array of that type. */
  public static SqlType array(SqlType element) {
    return element.arrayOf();
  }

  public static SqlType smallint() {
    return SqlType.of("smallint");
  }

  public static SqlType integer() {
    return SqlType.of("integer");
  }

  public static SqlType bigint() {
    return SqlType.of("bigint");
  }

  public static SqlType real() {
    return SqlType.of("real");
  }

  public static SqlType doublePrecision() {
    return SqlType.of("double precision");
  }

  public static SqlType numeric() {
    return SqlType.of("numeric");
  }

  public static SqlType numeric(int precision, int scale) {
    return SqlType.of("numeric", precision, scale);
  }

  /** Named so because {@code boolean} is a word of Java. */
  public static SqlType bool() {
    return SqlType.of("boolean");
  }

  public static SqlType text() {
    return SqlType.of("text");
  }

  public static SqlType varchar(int length) {
    return SqlType.of("varchar", length);
  }

  public static SqlType bytea() {
    return SqlType.of("bytea");
  }

  public static SqlType uuid() {
    return SqlType.of("uuid");
  }

  public static SqlType date() {
    return SqlType.of("date");
  }

  public static SqlType time() {
    return SqlType.of("time");
  }

  public static SqlType timetz() {
    return SqlType.of("timetz");
  }

  public static SqlType timestamp() {
    return SqlType.of("timestamp");
  }

  public static SqlType timestamptz() {
    return SqlType.of("timestamptz");
  }

  public static SqlType interval() {
    return SqlType.of("interval");
  }

  public static SqlType inet() {
    return SqlType.of("inet");
  }

  public static SqlType json() {
    return SqlType.of("json");
  }

  public static SqlType jsonb() {
    return SqlType.of("jsonb");
  }

  private static List<String> list(String first, String... more) {
    List<String> names = new ArrayList<>(List.of(more));
    names.add(0, first);
    return names;
  }
}
