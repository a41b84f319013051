package dev.lockstep.postgres;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A schema in the words of a server that cannot be asked to print it: the words that it found for
 * the same thing are taken over where the two are known to mean the same. What stays different is
 * so for certain in {@link #lenient}, which also takes over what might mean the same, so that
 * {@link #strict} differs from it in what nobody could compare.
 *
 * @param strict with what is the same for certain
 * @param lenient with what may be the same too
 */
public record CoarseSchema(Schema strict, Schema lenient) {
  /** Takes over only what is alike enough. */
  record Merge(Likeness worst, Schema found) {
    <T> T pick(Likeness likeness, T written, T printed) {
      return likeness.compareTo(worst) <= 0 ? printed : written;
    }

    /** Whether one type of that name is all that a bare name can mean. */
    boolean isOnly(String type) {
      return found
              .objects(EnumType.class)
              .filter(each -> each.name().name().equals(type))
              .count()
          <= 1;
    }
  }

  /**
   * The expected schema and what is there.
   *
   * @param found as {@link CatalogReader#read} gives it
   */
  public static CoarseSchema of(Connection connection, Schema expected, Schema found)
      throws SQLException {
    String usual = CanonicalSchema.usualTablespace(connection);
    return new CoarseSchema(
        merged(new Merge(Likeness.SAME, found), expected, usual),
        merged(new Merge(Likeness.UNSURE, found), expected, usual));
  }

  private static Schema merged(Merge merge, Schema expected, String usualTablespace) {
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    expected.tables().forEach((name, written) -> {
      Table table = written.options().tablespace().equals(usualTablespace)
          ? written.withOptions(written.options().tablespace(""))
          : written;
      CoarseTable coarse = new CoarseTable(merge, table);
      tables.put(name, merge.found().find(name).map(coarse::like).orElse(table));
    });
    SortedMap<ObjectKey, SchemaObject> objects = new TreeMap<>(expected.objects());
    expected.objects(Sequence.class).forEach(each -> objects.put(each.key(), usual(each)));
    for (View view : expected.objects(View.class).toList()) {
      merge
          .found()
          .findView(view.name())
          .ifPresent(found -> objects.put(view.key(), like(merge, view, found)));
    }
    return new Schema(expected.namespaces(), tables, objects);
  }

  private static Sequence usual(Sequence sequence) {
    return sequence.withOptions(
        SequenceReader.usual(sequence.type().toString(), sequence.options()));
  }

  /** What is set for the TOAST table of a materialized view is not read. */
  private static View like(Merge merge, View written, View found) {
    SortedMap<String, String> with = new TreeMap<>(written.with());
    with.keySet().removeIf(name -> name.startsWith("toast."));
    return written
        .withQuery(
            merge.pick(Likeness.of(written.query(), found.query()), written.query(), found.query()))
        .withParameters(merge.pick(Likeness.of(with, found.with()), with, found.with()))
        .withIndexes(NamedList.of(List.copyOf(written.indexes().stream()
            .map(index -> found
                .indexes()
                .find(index.name())
                .map(other -> CoarseTable.like(merge, index, other))
                .orElse(index))
            .toList())));
  }
}
