package dev.lockstep.processor.model;

import dev.lockstep.processor.model.ColumnTypes.ColumnType;
import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads columns, each once; a field whose type is a table class takes its name and type there. */
final class ColumnReader {
  private final TableDrafts tables;
  private final Findings findings;
  private final NameReader names;
  private final TypeReader types;
  private final ValueReader values;
  private final ColumnNullness nullness;
  private final Map<TypeElement, List<ColumnDraft>> columns = new HashMap<>();
  private final IdentityHashMap<Field, ColumnDraft> read = new IdentityHashMap<>();
  private final Set<Field> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

  ColumnReader(TableDrafts tables, TypeReader types, Findings findings, Nullness nullness) {
    this.tables = tables;
    this.findings = findings;
    this.names = new NameReader(findings);
    this.types = types;
    this.values = new ValueReader(findings);
    this.nullness = new ColumnNullness(nullness, findings);
  }

  /** The columns in declaration order; two may have one name. */
  List<ColumnDraft> columns(TableDraft table) {
    List<ColumnDraft> known = columns.get(table.type());
    if (known != null) {
      return known;
    }
    List<ColumnDraft> drafts = new ArrayList<>();
    for (Field field : table.fields()) {
      drafts.add(column(field));
    }
    drafts = computedInTable(List.copyOf(drafts));
    columns.put(table.type(), drafts);
    return drafts;
  }

  private ColumnDraft column(Field field) {
    ColumnDraft known = read.get(field);
    if (known != null) {
      return known;
    }
    underWay.add(field);
    Optional<TypeElement> target = tables.tableClass(field.type());
    ColumnDraft draft = target.isPresent()
        ? ofTableClass(field, target.get())
        : draft(field, SnakeCase.of(field.name()), types.read(field));
    underWay.remove(field);
    read.put(field, draft);
    return draft;
  }

  /** With the computed values of embeddables in the words of the table. */
  private static List<ColumnDraft> computedInTable(List<ColumnDraft> drafts) {
    List<ColumnDraft> inTable = new ArrayList<>();
    for (ColumnDraft draft : drafts) {
      Column column = draft.column();
      inTable.add(
          column.value() instanceof Computed computed
              ? draft.withColumn(column.withValue(new Computed(
                  SqlReader.inTable(computed.expression(), draft.field().embedding(), drafts),
                  computed.stored())))
              : draft);
    }
    return List.copyOf(inTable);
  }

  private ColumnDraft ofTableClass(Field field, TypeElement target) {
    Optional<Attributes> references = field.annotations().find("References");
    if (references.isEmpty()) {
      findings.add(ModelProblems.referencesMissing(
          findings.places().at(field.shown()), field.name(), target));
      return draft(field, SnakeCase.of(field.name()), Optional.empty());
    }
    Optional<ColumnDraft> key = key(references.get(), target);
    Optional<Attributes> column = field.annotations().find("Column");
    String baseName =
        SnakeCase.of(field.name()) + key.map(found -> "_" + found.name()).orElse("");
    Optional<ColumnType> type = column.filter(found -> found.has("type")).isPresent()
        ? types.read(field)
        : key.filter(ColumnDraft::sound)
            .map(found -> new ColumnType(found.column().type(), ColumnTypes.Refinement.NONE, null));
    return draft(field, baseName, type);
  }

  /** The column of the target that a reference means. */
  private Optional<ColumnDraft> key(Attributes references, TypeElement target) {
    return tables
        .target(references, target)
        .flatMap(draft -> keyField(references, draft).flatMap(field -> {
          if (underWay.contains(field)) {
            findings.add(ModelProblems.referenceCycle(
                findings.places().at(references), target, references.element()));
            return Optional.empty();
          }
          return Optional.of(column(field));
        }));
  }

  private Optional<Field> keyField(Attributes references, TableDraft target) {
    String wanted = references.text("column");
    List<Field> found = wanted.isEmpty() ? target.idFields() : named(target, wanted);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    findings.add(
        wanted.isEmpty()
            ? found.isEmpty()
                ? ModelProblems.referenceKeyMissing(findings.places().at(references), target)
                : ModelProblems.referenceKeyComposite(findings.places().at(references), target)
            : ModelProblems.columnUnknown(
                findings.places().at(references, "column"),
                wanted,
                target.name(),
                target.fields().stream().map(ColumnReader::plainName).toList()));
    return Optional.empty();
  }

  private static List<Field> named(TableDraft target, String wanted) {
    return target.fields().stream()
        .filter(field -> field.path().equals(wanted) || plainName(field).equals(wanted))
        .toList();
  }

  private ColumnDraft draft(Field field, String baseName, Optional<ColumnType> found) {
    @Nullable Attributes said = field.annotations().find("Column").orElse(null);
    if (said != null) {
      names.checkOnce(said);
    }
    String name = field.columnName(Embedding.NONE, baseName);
    SqlType type = found.isPresent() ? found.get().type() : SqlType.of("text");
    ColumnValue value = found.isPresent() ? values.read(field, type) : null;
    boolean nullable = nullness.isNullable(field, value instanceof Identity);
    Column column = new Column(
        name,
        type,
        nullable,
        value,
        said == null ? "" : said.text("collation"),
        said == null ? "" : names.comment(said),
        said == null ? ColumnOptions.NONE : ColumnOptionsReader.read(said, type));
    Optional<SqlExpression> check =
        found.isPresent() ? valueCheck(name, found.get()) : Optional.empty();
    return new ColumnDraft(field, baseName, column, found.isPresent(), check);
  }

  private static String plainName(Field field) {
    return field.columnName(Embedding.NONE, SnakeCase.of(field.name()));
  }

  private static Optional<SqlExpression> valueCheck(String name, ColumnType type) {
    if (type.constants() == null) {
      return Optional.empty();
    }
    String values = type.constants().stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
    String column = SqlTokens.identifier(name);
    String array = type.type().modifiers().isEmpty() ? "text[]" : "varchar[]";
    return Optional.of(SqlExpression.of(
        type.type().array()
            ? column + " <@ ARRAY[" + values + "]::" + array
            : column + " IN (" + values + ")"));
  }
}
