package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings a foreign key or a check that goes, so that a column can get another type, and comes again
 * into one transaction with that: no row that it forbids can be written while it is away.
 */
final class RewritesWithKeys {
  /** A constraint that goes and comes; the places are those in the plan. */
  private record Member(int drop, int add, QualifiedName table, Constraint constraint) {
    List<QualifiedName> tables() {
      return constraint instanceof ForeignKey key ? List.of(key.target(), table) : List.of(table);
    }
  }

  private final List<Operation> plain;
  private final LiveSchema live;
  private final List<Member> members = new ArrayList<>();

  /** The first table of each group of tables whose constraints tie them together. */
  private final Map<QualifiedName, QualifiedName> groups = new HashMap<>();

  private RewritesWithKeys(List<Operation> plain, LiveSchema live) {
    this.plain = plain;
    this.live = live;
  }

  /** The parts, which lead to the same schema; those in their final form need nothing more. */
  static List<SwapPlan.Part> of(List<Operation> plain, LiveSchema live) {
    List<SwapPlan.Part> whole = List.of(new SwapPlan.Part(plain, false));
    RewritesWithKeys rewrites = new RewritesWithKeys(plain, live);
    if (ShortAbsences.isAnyAbsent(plain) || !rewrites.find()) {
      return whole;
    }
    List<SwapPlan.Part> parts = rewrites.parts();
    Schema after = Operations.apply(plain, live.schema());
    return SwapPlan.lead(parts, live.schema(), after) ? parts : whole;
  }

  private boolean find() {
    if (indexOfAlter(0) < 0) {
      return false;
    }
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i) instanceof DropConstraint drop && live.isLive(drop.table())) {
        addMember(i, drop);
      }
    }
    members.forEach(member ->
        member.tables().forEach(table -> join(member.tables().get(0), table)));
    members.removeIf(member -> alters(group(member.table())).isEmpty());
    return !members.isEmpty();
  }

  private int indexOfAlter(int from) {
    for (int i = from; i < plain.size(); i++) {
      if (plain.get(i) instanceof AlterColumnType change && live.isLive(change.table())) {
        return i;
      }
    }
    return -1;
  }

  private void addMember(int at, DropConstraint drop) {
    int alter = indexOfAlter(at);
    for (int i = at + 1; i < plain.size(); i++) {
      if (plain.get(i) instanceof AddConstraint add
          && add.table().equals(drop.table())
          && add.constraint().name().equals(drop.name())) {
        boolean kept = add.constraint() instanceof ForeignKey || add.constraint() instanceof Check;
        if (kept && alter >= 0 && alter < i) {
          members.add(new Member(at, i, add.table(), add.constraint()));
        }
        return;
      }
    }
  }

  private void join(QualifiedName one, QualifiedName other) {
    QualifiedName from = group(other);
    QualifiedName to = group(one);
    groups.put(other, from);
    groups.put(one, to);
    groups.replaceAll((table, group) -> group.equals(from) ? to : group);
  }

  private QualifiedName group(QualifiedName table) {
    return groups.getOrDefault(table, table);
  }

  private List<Integer> alters(QualifiedName group) {
    return Stream.iterate(indexOfAlter(0), at -> at >= 0, at -> indexOfAlter(at + 1))
        .filter(at -> group(((AlterColumnType) plain.get(at)).table()).equals(group))
        .toList();
  }

  private List<SwapPlan.Part> parts() {
    Set<Integer> moved = new HashSet<>();
    Map<Integer, QualifiedName> begin = new TreeMap<>();
    for (Member member : members) {
      List<Integer> alters = alters(group(member.table()));
      moved.addAll(alters);
      moved.addAll(List.of(member.drop(), member.add()));
      begin.put(alters.get(0), group(member.table()));
    }
    List<SwapPlan.Part> parts = new ArrayList<>();
    List<Operation> rest = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      QualifiedName group = begin.get(i);
      if (group != null) {
        parts.add(new SwapPlan.Part(List.copyOf(rest), false));
        rest.clear();
        parts.add(new SwapPlan.Part(together(group), true));
      } else if (!moved.contains(i)) {
        rest.add(plain.get(i));
      }
    }
    parts.add(new SwapPlan.Part(List.copyOf(rest), false));
    return parts.stream().filter(part -> !part.operations().isEmpty()).toList();
  }

  private List<Operation> together(QualifiedName group) {
    List<Member> own =
        members.stream().filter(member -> group(member.table()).equals(group)).toList();
    List<Operation> operations = new ArrayList<>();
    tables(own).forEach(table -> operations.add(new LockTable(table, LockTable.Mode.ALL)));
    own.forEach(member -> operations.add(plain.get(member.drop())));
    alters(group).forEach(at -> operations.add(plain.get(at)));
    own.forEach(member -> operations.add(
        isPartitionedKey(member)
            ? plain.get(member.add())
            : new AddConstraintNotValid(member.table(), member.constraint())));
    own.stream()
        .filter(member -> !isPartitionedKey(member))
        .forEach(member -> operations.add(
            new ValidateConstraint(member.table(), member.constraint().name())));
    return operations;
  }

  private boolean isPartitionedKey(Member member) {
    return member.constraint() instanceof ForeignKey
        && !OnlineConstraints.canBeNotValid(member.table(), live);
  }

  /** What is referenced comes first, as everywhere. */
  private Set<QualifiedName> tables(List<Member> own) {
    Set<QualifiedName> tables = new LinkedHashSet<>();
    own.stream()
        .filter(member -> member.constraint() instanceof ForeignKey)
        .map(member -> ((ForeignKey) member.constraint()).target())
        .filter(live::isLive)
        .sorted()
        .forEach(tables::add);
    own.stream().map(Member::table).sorted().forEach(tables::add);
    return tables;
  }
}
