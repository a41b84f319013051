package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * A thing of a table in use that goes, and right after it one of its name that comes: nobody does
 * without both.
 *
 * @param length how many steps of the plan it stands for
 */
record Replacement(List<Operation> operations, int length) {

  /**
   * That of the first steps; empty if they are none.
   *
   * @param rest not empty
   */
  static Optional<Replacement> of(List<Operation> rest, LiveSchema live) {
    List<DropConstraint> references = leadingForeignKeys(rest, live);
    int at = references.size();
    if (at > 0 && at + 1 < rest.size()) {
      Optional<List<Operation>> key = ofKey(references, rest.get(at), rest.get(at + 1), live);
      if (key.isPresent()) {
        return Optional.of(new Replacement(key.get(), at + 2));
      }
    }
    return rest.size() < 2
        ? Optional.empty()
        : of(rest.get(0), rest.get(1), live).map(steps -> new Replacement(steps, 2));
  }

  private static List<DropConstraint> leadingForeignKeys(List<Operation> rest, LiveSchema live) {
    return rest.stream()
        .takeWhile(each ->
            each instanceof DropConstraint drop && foreignKey(drop, live).isPresent())
        .map(DropConstraint.class::cast)
        .toList();
  }

  private static Optional<ForeignKey> foreignKey(DropConstraint drop, LiveSchema live) {
    return Optional.of(live.table(drop.table()).constraints().get(drop.name()))
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast);
  }

  private static Optional<List<Operation>> of(Operation first, Operation second, LiveSchema live) {
    if (first instanceof DropIndex drop && second instanceof CreateIndex create) {
      return isOne(drop, create, live)
          ? Optional.of(OnlineIndexes.replace(create))
          : Optional.empty();
    }
    return ofKey(List.of(), first, second, live).or(() -> ofForeignKey(first, second, live));
  }

  private static boolean isOne(DropIndex drop, CreateIndex create, LiveSchema live) {
    return drop.index().equals(create.table().sibling(create.index().name()))
        && live.isLive(create.table())
        && !live.isPartitioned(create.table());
  }

  private static boolean isOne(DropConstraint drop, AddConstraint add, LiveSchema live) {
    return drop.table().equals(add.table())
        && drop.name().equals(add.constraint().name())
        && live.isLive(drop.table());
  }

  /** Of a key, with the drops right before it of foreign keys to its table. */
  private static Optional<List<Operation>> ofKey(
      List<DropConstraint> references, Operation first, Operation second, LiveSchema live) {
    return first instanceof DropConstraint drop
            && second instanceof AddConstraint add
            && isOne(drop, add, live)
            && KeyIndex.isOf(live.table(drop.table()).constraints().get(drop.name()))
            && OnlineConstraints.isMadeFromIndex(add.constraint(), add.table(), live)
            && references.stream()
                .allMatch(each -> foreignKey(each, live)
                    .filter(key -> key.target().equals(drop.table()))
                    .isPresent())
        ? Optional.of(OnlineConstraints.replaceKey(references, drop, add, live))
        : Optional.empty();
  }

  private static Optional<List<Operation>> ofForeignKey(
      Operation first, Operation second, LiveSchema live) {
    return first instanceof DropConstraint drop
            && second instanceof AddConstraint add
            && isOne(drop, add, live)
            && add.constraint() instanceof ForeignKey to
            && !live.isPartitioned(add.table())
        ? foreignKey(drop, live)
            .map(from -> OnlineConstraints.replaceForeignKey(drop, add, from, to, live))
        : Optional.empty();
  }
}
