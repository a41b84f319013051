package dev.lockstep.processor.model;

import dev.lockstep.diff.Member;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every constraint and index its name: first those that the user wrote, so that no chosen one
 * takes theirs, then those that PostgreSQL would choose. Leaves out what would have a name twice.
 */
final class MemberNames {
  private final Findings findings;
  private final Map<String, DefaultNames> chosen = new HashMap<>();
  private final Set<Member> derived = new HashSet<>();

  MemberNames(Findings findings) {
    this.findings = findings;
  }

  /** The constraints and indexes whose name nobody wrote. */
  Set<Member> derived() {
    return derived;
  }

  /** The tables with all names, in the order given, which decides who comes first. */
  List<TableParts> named(List<TableParts> tables) {
    tables.forEach(table -> chosen(table).takeRelation(table.name().name()));
    List<TableParts> sound = tables.stream().map(this::withoutTwins).toList();
    List<TableParts> named = sound.stream().map(this::withDerived).toList();
    named.forEach(this::putPlaces);
    return named;
  }

  /** Names in use elsewhere in the schema are left to the rules of the schema. */
  private TableParts withoutTwins(TableParts table) {
    Set<String> constraints = new HashSet<>();
    Set<String> indexes = new HashSet<>();
    DefaultNames names = chosen(table);
    return table.withMembers(
        table.constraints().stream()
            .filter(draft -> isFirst(draft, draft.value().name(), constraints, "constraint", table))
            .peek(draft -> take(draft.value(), names))
            .toList(),
        table.indexes().stream()
            .filter(draft -> isFirst(draft, draft.value().name(), indexes, "index", table))
            .peek(draft -> names.takeRelation(draft.value().name()))
            .toList());
  }

  private static void take(Constraint constraint, DefaultNames names) {
    names.takeConstraint(constraint.name());
    if (constraint instanceof Unique) {
      names.takeRelation(constraint.name());
    }
  }

  private boolean isFirst(
      MemberDraft<?> draft, String name, Set<String> names, String kind, TableParts table) {
    Attributes annotation = draft.annotation();
    if (name.isEmpty() || names.add(name) || annotation == null) {
      return true;
    }
    findings.add(ModelProblems.nameTaken(
        findings.places().at(annotation, "name"), kind, name, table.name()));
    return false;
  }

  private DefaultNames chosen(TableParts table) {
    return chosen.computeIfAbsent(table.name().schema(), key -> new DefaultNames());
  }

  private TableParts withDerived(TableParts table) {
    List<MemberDraft<Constraint>> named = new ArrayList<>();
    for (MemberDraft<Constraint> draft : table.constraints()) {
      Constraint constraint = draft.value();
      String name = constraint.name().isEmpty() ? derive(table, constraint) : constraint.name();
      named.add(new MemberDraft<>(constraint.withName(name), draft.element(), draft.annotation()));
    }
    List<MemberDraft<Index>> indexes = new ArrayList<>();
    for (MemberDraft<Index> draft : table.indexes()) {
      Index index = draft.value();
      String name = index.name().isEmpty() ? derive(table, index) : index.name();
      indexes.add(new MemberDraft<>(index.withName(name), draft.element(), draft.annotation()));
    }
    return table.withMembers(named, indexes);
  }

  private String derive(TableParts table, Index index) {
    return derived(
        table, chosen(table).index(table.name().name(), index.elements(), index.include()));
  }

  private String derive(TableParts table, Constraint constraint) {
    DefaultNames names = chosen(table);
    String tableName = table.name().name();
    if (constraint instanceof PrimaryKey) {
      return derived(table, names.primaryKey(tableName));
    }
    if (constraint instanceof Unique unique) {
      List<String> columns =
          Stream.concat(unique.columns().stream(), unique.include().stream()).toList();
      return derived(table, names.unique(tableName, columns));
    }
    if (constraint instanceof ForeignKey key) {
      return derived(table, names.foreignKey(tableName, key.columns()));
    }
    String column = onlyColumn(table, ((Check) constraint).expression());
    return derived(table, names.check(tableName, column));
  }

  private String derived(TableParts table, String name) {
    derived.add(new Member(table.name(), name));
    return name;
  }

  private static @Nullable String onlyColumn(TableParts table, SqlExpression condition) {
    String text = condition.text().toLowerCase(Locale.ROOT);
    List<String> mentioned = table.columns().stream()
        .map(ColumnDraft::name)
        // Most columns can be told without reading the condition as SQL.
        .filter(name -> name.contains("\"") || text.contains(name.toLowerCase(Locale.ROOT)))
        .filter(condition::mentions)
        .toList();
    return mentioned.size() == 1 ? mentioned.get(0) : null;
  }

  private void putPlaces(TableParts table) {
    table
        .constraints()
        .forEach(draft -> findings
            .places()
            .putMember(table.name(), draft.value().name(), draft.element(), draft.annotation()));
    table
        .indexes()
        .forEach(draft -> findings
            .places()
            .putMember(table.name(), draft.value().name(), draft.element(), draft.annotation()));
  }
}
