package dev.lockstep.diff;

import static java.util.stream.Collectors.toSet;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings what goes and comes again under its name together: a plan drops early, and what is between
 * may take hours. A key is there until its successor is, though its columns go, and a foreign key
 * until the key goes that it needs.
 */
final class DropsWithSuccessors {
  private final List<Operation> operations;

  private DropsWithSuccessors(List<Operation> plain) {
    this.operations = new ArrayList<>(plain);
  }

  static List<Operation> of(List<Operation> plain, Schema before) {
    DropsWithSuccessors drops = new DropsWithSuccessors(plain);
    // The last first, so that the places of those to come do not change.
    drops.predecessors(before).descendingMap().forEach(drops::move);
    return drops.operations;
  }

  /** By the places of their drops. */
  private NavigableMap<Integer, Predecessor> predecessors(Schema before) {
    Set<Member> made = new HashSet<>();
    operations.forEach(each -> made(each).ifPresent(made::add));
    TreeMap<Integer, Predecessor> predecessors = new TreeMap<>();
    made.retainAll(operations.stream().flatMap(each -> dropped(each).stream()).collect(toSet()));
    Schema schema = before;
    for (int i = 0; !made.isEmpty() && i < operations.size(); i++) {
      if (dropped(operations.get(i)).filter(made::contains).isPresent()) {
        predecessors.put(i, Predecessor.of(operations.get(i), schema));
      }
      schema = operations.get(i).applyTo(schema);
    }
    return predecessors;
  }

  private void move(int from, Predecessor predecessor) {
    Optional<Member> name = dropped(operations.get(from));
    int to = from + 1;
    while (to < operations.size()
        && !made(operations.get(to)).equals(name)
        && !predecessor.needs(operations.get(to))) {
      to++;
    }
    if (to < operations.size()) {
      move(from, to, predecessor);
    }
  }

  /**
   * Puts the drop right before what stands at {@code to}, and after that columns of it that go. New
   * keys of the table come first: foreign keys may need them when the old one is gone.
   */
  private void move(int from, int to, Predecessor predecessor) {
    List<Operation> between = List.copyOf(operations.subList(from + 1, to));
    List<Operation> later = between.stream().filter(predecessor::isWaitedFor).toList();
    List<Operation> rest = new ArrayList<>(between);
    rest.removeAll(later);
    boolean stays = rest.stream().allMatch(predecessor::bears)
        && (later.isEmpty() || rest.stream().noneMatch(predecessor::isInTheWayOf));
    if (stays) {
      List<Operation> keys = keysAfter(to);
      rest.addAll(keys);
      rest.add(operations.get(from));
      rest.add(operations.get(to));
      rest.addAll(later);
      Collections.copy(operations.subList(from, to + keys.size() + 1), rest);
    }
  }

  private List<Operation> keysAfter(int at) {
    return operations.get(at) instanceof AddConstraint key && KeyIndex.isOf(key.constraint())
        ? operations.subList(at + 1, operations.size()).stream()
            .takeWhile(each -> each instanceof AddConstraint add
                && add.table().equals(key.table())
                && KeyIndex.isOf(add.constraint()))
            .toList()
        : List.of();
  }

  /** A constraint by its table; an index, whose name its schema knows, by that. */
  private static Optional<Member> dropped(Operation operation) {
    if (operation instanceof DropIndex drop) {
      return Optional.of(index(drop.index()));
    }
    return operation instanceof DropConstraint drop
        ? Optional.of(new Member(drop.table(), drop.name()))
        : Optional.empty();
  }

  private static Optional<Member> made(Operation operation) {
    if (operation instanceof CreateIndex create) {
      return Optional.of(index(create.table().sibling(create.index().name())));
    }
    return operation instanceof AddConstraint add
        ? Optional.of(new Member(add.table(), add.constraint().name()))
        : Optional.empty();
  }

  private static Member index(QualifiedName name) {
    return new Member(name.sibling(""), name.name());
  }
}
