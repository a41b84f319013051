package dev.lockstep.postgres;

import dev.lockstep.postgres.CoarseSchema.Merge;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of a {@link CoarseSchema}. */
record CoarseTable(Merge merge, Table written) {
  /** The table in the words of the one that is there, as far as they may be its own. */
  Table like(Table found) {
    Set<String> key =
        written.primaryKey().map(PrimaryKey::columns).map(Set::copyOf).orElse(Set.of());
    var with = written.options().with();
    var foundWith = found.options().with();
    return written
        .withOptions(written
            .options()
            .withParameters(merge.pick(Likeness.of(with, foundWith), with, foundWith)))
        .withPartitioning(like(written.partitioning(), found.partitioning()))
        .withColumns(written.columns().map(column -> {
          boolean filled = key.contains(column.name()) || column.value() instanceof Identity;
          Column own = filled ? column.notNull() : column;
          return found
              .columns()
              .find(column.name())
              .map(other -> new CoarseColumn(merge, own).like(other))
              .orElse(own);
        }))
        .withConstraints(written
            .constraints()
            .map(each -> found
                .constraints()
                .find(each.name())
                .map(other -> merge.pick(likeness(each, other), each, other))
                .orElse(each)))
        .withIndexes(written
            .indexes()
            .map(each -> found
                .indexes()
                .find(each.name())
                .map(other -> like(merge, each, other))
                .orElse(each)));
  }

  static Index like(Merge merge, Index written, Index found) {
    return merge.pick(likeness(written, found), written, found);
  }

  private @Nullable Partitioning like(
      @Nullable Partitioning written, @Nullable Partitioning found) {
    if (written == null || found == null) {
      return written;
    }
    Likeness keys = Likeness.of(written.strategy() == found.strategy())
        .and(ofElements(written.keys(), found.keys()));
    return new Partitioning(
        written.strategy(),
        merge.pick(keys, written.keys(), found.keys()),
        written
            .partitions()
            .map(each -> found
                .partitions()
                .find(each.name())
                .map(other -> merge.pick(likeness(each, other), each, other))
                .orElse(each)));
  }

  private static Likeness likeness(Partition written, Partition found) {
    return Likeness.of(written.isDefault() == found.isDefault())
        .and(Likeness.of(written.values(), found.values()));
  }

  private static Likeness likeness(Constraint written, Constraint found) {
    if (written instanceof Check one && found instanceof Check other) {
      return Likeness.of(one.expression(), other.expression());
    }
    if (written instanceof Exclusion one && found instanceof Exclusion other) {
      return Likeness.of(one.method().equals(other.method()) && one.deferral() == other.deferral())
          .and(ofElements(elements(one), elements(other)))
          .and(Likeness.of(operators(one).equals(operators(other))))
          .and(Likeness.of(one.where(), other.where()));
    }
    return Likeness.of(written.equals(found));
  }

  private static List<IndexElement> elements(Exclusion exclusion) {
    return exclusion.elements().stream().map(Exclusion.Element::what).toList();
  }

  private static List<String> operators(Exclusion exclusion) {
    return exclusion.elements().stream()
        .map(each -> each.operator().replaceFirst("(?i)^operator\\(.*\\.(.*)\\)$", "$1"))
        .toList();
  }

  private static Likeness likeness(Index written, Index found) {
    return Likeness.of(written.unique() == found.unique()
            && written.nullsDistinct() == found.nullsDistinct()
            && written.method().equals(found.method())
            && written.include().equals(found.include()))
        .and(ofElements(written.elements(), found.elements()))
        .and(Likeness.of(written.where(), found.where()))
        .and(Likeness.of(written.with(), found.with()));
  }

  private static Likeness ofElements(List<IndexElement> written, List<IndexElement> found) {
    return written.size() != found.size()
        ? Likeness.DIFFERENT
        : IntStream.range(0, written.size())
            .mapToObj(i -> likeness(written.get(i), found.get(i)))
            .reduce(Likeness.SAME, Likeness::and);
  }

  /**
   * An expression that is a column alone, or an option that is the default, is printed otherwise.
   */
  private static Likeness likeness(IndexElement written, IndexElement found) {
    if (written.equals(found)) {
      return Likeness.SAME;
    }
    boolean otherColumn =
        written.column() != null && !Objects.equals(written.column(), found.column());
    boolean otherOrder =
        written.descending() != found.descending() || written.nullsFirst() != found.nullsFirst();
    boolean added = (written.collation().isEmpty() && !found.collation().isEmpty())
        || (written.operatorClass().isEmpty() && !found.operatorClass().isEmpty());
    return otherColumn || otherOrder || added ? Likeness.DIFFERENT : Likeness.UNSURE;
  }
}
