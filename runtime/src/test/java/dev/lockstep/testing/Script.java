package dev.lockstep.testing;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a random SQL object does.
 *
 * @param name of the SQL object, and of its trigger or policy
 * @param on the table, view or enum that it is about; for a type, collation or plain function that
 *     thing itself
 * @param made the function that it makes or runs; else as {@code on}
 * @param column of {@code on}; empty for none
 * @param helper name of another SQL object that it needs; empty for none
 * @param variant which of several contents it has
 */
record Script(
    Kind kind,
    String name,
    QualifiedName on,
    QualifiedName made,
    String column,
    String helper,
    int variant) {
  enum Kind {
    /** Of one bigint, for checks, indexes and generated columns. */
    FUNCTION,
    TRIGGER_FUNCTION,
    TRIGGER,
    POLICY,
    GRANT,
    /** A function that reads a table or view. */
    COUNTER,
    /** A function of an enum. */
    ENUM_FUNCTION,
    DOMAIN,
    COMPOSITE,
    RANGE,
    COLLATION
  }

  /** Whether it is about a table or view. */
  boolean isOnRelation() {
    return List.of(Kind.TRIGGER, Kind.POLICY, Kind.GRANT, Kind.COUNTER).contains(kind);
  }

  Script withOn(QualifiedName newOn) {
    return new Script(kind, name, newOn, made, column, helper, variant);
  }

  Script withColumn(String newColumn) {
    return new Script(kind, name, on, made, newColumn, helper, variant);
  }

  Script withVariant(int newVariant) {
    return new Script(kind, name, on, made, column, helper, newVariant);
  }

  SqlObject object() {
    return new SqlObject(QualifiedName.of(name), create(), drop(), new TreeSet<>(needs()));
  }

  private Set<String> needs() {
    return switch (kind) {
      case COUNTER -> variant % 3 == 1 ? Set.of() : Set.of(on.toString());
      case TRIGGER -> Set.of(helper);
      default -> Set.of();
    };
  }

  private String create() {
    String function = Quoting.quoted(made);
    return switch (kind) {
      case FUNCTION ->
        "CREATE OR REPLACE FUNCTION " + function
            + "(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + " + variant + "'";
      case TRIGGER_FUNCTION ->
        (variant % 2 == 0 ? "CREATE OR REPLACE FUNCTION " : "create function ") + function
            + "() RETURNS trigger LANGUAGE plpgsql AS $body$\nBEGIN\n  RETURN NEW; -- " + variant
            + "\nEND\n$body$;";
      case TRIGGER ->
        "CREATE TRIGGER " + Quoting.quoted(name) + " " + (variant % 2 == 0 ? "BEFORE" : "AFTER")
            + " UPDATE" + (column.isEmpty() ? "" : " OF " + Quoting.quoted(column)) + " ON "
            + Quoting.quoted(on) + " FOR EACH ROW EXECUTE FUNCTION " + function + "()";
      case POLICY -> policy();
      case GRANT -> "GRANT " + privilege() + " ON " + Quoting.quoted(on) + " TO PUBLIC";
      case COUNTER ->
        "CREATE FUNCTION " + function + "() RETURNS bigint LANGUAGE sql "
            + body("SELECT count(" + (column.isEmpty() ? "*" : Quoting.quoted(column)) + ") FROM "
                + Quoting.quoted(on));
      case ENUM_FUNCTION ->
        "CREATE FUNCTION " + function + "(" + Quoting.quoted(on)
            + ") RETURNS text LANGUAGE sql AS 'SELECT $1::text || " + variant + "'";
      case DOMAIN ->
        "CREATE DOMAIN " + Quoting.quoted(on) + " AS integer CHECK (VALUE > " + -variant + ")";
      case COMPOSITE ->
        "CREATE TYPE " + Quoting.quoted(on) + " AS (a integer, b varchar(" + (10 + variant) + "))";
      case RANGE ->
        "CREATE TYPE " + Quoting.quoted(on) + " AS RANGE (subtype = "
            + (variant % 2 == 0 ? "integer" : "bigint") + ")";
      case COLLATION ->
        "CREATE COLLATION " + Quoting.quoted(on) + " FROM "
            + (variant % 2 == 0 ? "\"C\"" : "\"POSIX\"");
    };
  }

  private String policy() {
    String policy = "CREATE POLICY " + Quoting.quoted(name) + " ON " + Quoting.quoted(on)
        + (variant % 3 == 0 ? " FOR SELECT" : "") + " USING ("
        + (column.isEmpty() ? "true" : Quoting.quoted(column) + " IS NOT NULL") + ")";
    String enable = "ALTER TABLE " + Quoting.quoted(on) + " ENABLE ROW LEVEL SECURITY";
    return variant % 2 == 0 ? policy + ";\n" + enable + ";" : enable + ";\n" + policy;
  }

  private String body(String query) {
    return switch (variant % 3) {
      case 0 -> "AS " + Quoting.literal(query);
      case 1 -> "BEGIN ATOMIC " + query + "; END";
      default -> "AS $$ " + query + " $$";
    };
  }

  private String privilege() {
    return (variant % 2 == 0 ? "SELECT" : "UPDATE")
        + (column.isEmpty() ? "" : " (" + Quoting.quoted(column) + ")");
  }

  private String drop() {
    return switch (kind) {
      case FUNCTION -> "DROP FUNCTION " + Quoting.quoted(made) + "(bigint)";
      case TRIGGER_FUNCTION, COUNTER -> "DROP FUNCTION " + Quoting.quoted(made) + "()";
      case TRIGGER -> "DROP TRIGGER " + Quoting.quoted(name) + " ON " + Quoting.quoted(on);
      case POLICY ->
        "DROP POLICY " + Quoting.quoted(name) + " ON " + Quoting.quoted(on) + ";\nALTER TABLE "
            + Quoting.quoted(on) + " DISABLE ROW LEVEL SECURITY";
      case GRANT -> "REVOKE " + privilege() + " ON " + Quoting.quoted(on) + " FROM PUBLIC";
      case ENUM_FUNCTION ->
        "DROP FUNCTION " + Quoting.quoted(made) + "(" + Quoting.quoted(on) + ")";
      case DOMAIN -> "DROP DOMAIN " + Quoting.quoted(on);
      case COMPOSITE, RANGE -> "DROP TYPE " + Quoting.quoted(on);
      case COLLATION -> "DROP COLLATION " + Quoting.quoted(on);
    };
  }
}
