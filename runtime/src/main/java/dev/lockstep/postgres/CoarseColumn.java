package dev.lockstep.postgres;

import dev.lockstep.postgres.CoarseSchema.Merge;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlType;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of a {@link CoarseSchema}. */
record CoarseColumn(Merge merge, Column written) {
  /** The column in the words of the one that is there, as far as they may be its own. */
  Column like(Column found) {
    return new Column(
        written.name(),
        merge.pick(ofTypes(found.type()), written.type(), found.type()),
        written.nullable(),
        value(found),
        merge.pick(ofCollations(found), written.collation(), found.collation()),
        written.comment(),
        options(found.options()));
  }

  private Likeness ofTypes(SqlType found) {
    SqlType type = written.type();
    if (type.equals(found) || type.isBuiltIn() || found.isBuiltIn()) {
      return Likeness.of(type.equals(found));
    }
    if (!type.name().equals(found.name()) || type.array() != found.array()) {
      return Likeness.DIFFERENT;
    }
    boolean sameSchema = type.schema().equals(found.schema());
    boolean bare = type.schema().isEmpty() || found.schema().isEmpty();
    Likeness schemas = bare && !sameSchema && !merge.isOnly(type.name())
        ? Likeness.UNSURE
        : Likeness.of(bare || sameSchema);
    return type.modifiers().equals(found.modifiers()) ? schemas : schemas.and(Likeness.UNSURE);
  }

  private @Nullable ColumnValue value(Column found) {
    ColumnValue value = written.value();
    ColumnValue other = found.value();
    if (value instanceof Identity identity) {
      return SequenceReader.usual(written.type().toString(), identity);
    }
    if (value instanceof Computed one && other instanceof Computed two) {
      Likeness stored = Likeness.of(one.stored() == two.stored());
      return merge.pick(stored.and(Likeness.of(one.expression(), two.expression())), value, other);
    }
    boolean defaults = (value == null || value instanceof DefaultValue)
        && (other == null || other instanceof DefaultValue);
    Likeness likeness = defaults
        ? Likeness.ofDefaults(written, (DefaultValue) value, (DefaultValue) other)
        : Likeness.DIFFERENT;
    return likeness.compareTo(merge.worst()) <= 0 ? other : value;
  }

  /** One that is named is not printed where it is the type's own, nor a schema in the path. */
  private Likeness ofCollations(Column found) {
    String one = inCatalog(written.collation());
    String other = inCatalog(found.collation());
    if (one.equals(other) || (one.equals("default") && other.isEmpty())) {
      return Likeness.SAME;
    }
    boolean usual =
        other.isEmpty() && !(written.type().isText() && written.type().isBuiltIn());
    boolean sameName = !other.isEmpty() && (one.endsWith("." + other) || other.endsWith("." + one));
    return usual || (sameName && !one.isEmpty()) || written.type().name().equals("name")
        ? Likeness.UNSURE
        : Likeness.DIFFERENT;
  }

  private static String inCatalog(String collation) {
    return collation.replace("\"", "").replaceFirst("^pg_catalog\\.", "");
  }

  /** The server prints no storage that is the type's own. */
  private ColumnOptions options(ColumnOptions found) {
    ColumnOptions options = written.options();
    Likeness storage = found.storage().isEmpty() && !options.storage().isEmpty()
        ? Likeness.UNSURE
        : Likeness.of(options.storage().toLowerCase(Locale.ROOT).equals(found.storage()));
    Likeness compression =
        Likeness.of(options.compression().toLowerCase(Locale.ROOT).equals(found.compression()));
    Integer statistics = Objects.equals(options.statistics(), -1) ? null : options.statistics();
    return new ColumnOptions(
        merge.pick(storage, options.storage(), found.storage()),
        merge.pick(compression, options.compression(), found.compression()),
        statistics);
  }
}
