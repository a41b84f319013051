package dev.lockstep.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is no column's identity.
 *
 * @param type smallint, integer or bigint
 * @param options what CREATE SEQUENCE says of its numbers; never ALWAYS
 * @param owner the column with which it is dropped; null for none
 * @param comment empty for none
 */
public record Sequence(
    QualifiedName name,
    SqlType type,
    Identity options,
    @Nullable Owner owner,
    String comment) implements SchemaObject {

  /**
   * A column that owns a sequence.
   *
   * @param column raw name
   */
  public record Owner(QualifiedName table, String column) {
    @Override
    public String toString() {
      return table + "." + column;
    }
  }

  public Sequence {
    options = new Identity(
        false,
        options.start(),
        options.increment(),
        options.min(),
        options.max(),
        options.cache(),
        options.cycles());
  }

  /** A bigint sequence with PostgreSQL's defaults. */
  public static Sequence of(QualifiedName name) {
    return new Sequence(name, SqlType.of("bigint"), Identity.byDefault(), null, "");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SEQUENCE;
  }

  @Override
  public Sequence withName(QualifiedName newName) {
    return new Sequence(newName, type, options, owner, comment);
  }

  public Sequence as(SqlType newType) {
    return new Sequence(name, newType, options, owner, comment);
  }

  public Sequence withOptions(Identity newOptions) {
    return new Sequence(name, type, newOptions, owner, comment);
  }

  public Sequence start(long value) {
    return withOptions(options.start(value));
  }

  public Sequence increment(long value) {
    return withOptions(options.increment(value));
  }

  public Sequence min(long value) {
    return withOptions(options.min(value));
  }

  public Sequence max(long value) {
    return withOptions(options.max(value));
  }

  public Sequence cache(long value) {
    return withOptions(options.cache(value));
  }

  public Sequence cycle() {
    return withOptions(options.cycle());
  }

  public Sequence withOwner(@Nullable Owner newOwner) {
    return new Sequence(name, type, options, newOwner, comment);
  }

  @Override
  public Sequence withComment(String newComment) {
    return new Sequence(name, type, options, owner, newComment);
  }

  /** This sequence as CREATE SEQUENCE alone can make it: no owner, no comment. */
  public Sequence bare() {
    return new Sequence(name, type, options, null, "");
  }

  /** Whether that column of that table owns it. */
  public boolean isOwnedBy(QualifiedName table, String column) {
    return owner != null && owner.table().equals(table) && owner.column().equals(column);
  }
}
