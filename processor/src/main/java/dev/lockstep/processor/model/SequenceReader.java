package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Sequence.Owner;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sequences; the tables whose columns may own them are known. */
final class SequenceReader {
  private final DatabaseElement database;
  private final List<TableParts> tables;
  private final NameReader names;
  private final Findings findings;

  SequenceReader(DatabaseElement database, List<TableParts> tables, Findings findings) {
    this.database = database;
    this.tables = tables;
    this.names = new NameReader(findings);
    this.findings = findings;
  }

  /** Empty if it is faulty, which is reported. */
  Optional<ObjectDraft> sequence(Attributes annotation) {
    QualifiedName name = database.qualified(annotation.text("schema"), annotation.text("name"));
    Optional<SqlType> type = type(annotation);
    Optional<Owner> owner = annotation.text("ownedBy").isEmpty()
        ? Optional.empty()
        : owner(name, annotation, annotation.text("ownedBy"));
    boolean owned = owner.isPresent() || annotation.text("ownedBy").isEmpty();
    return type.filter(found -> owned)
        .map(found -> new Sequence(
            name,
            found,
            SequenceOptions.of(annotation, found),
            owner.orElse(null),
            names.comment(annotation)))
        .map(sequence -> new ObjectDraft(sequence, annotation));
  }

  private Optional<SqlType> type(Attributes annotation) {
    String text = annotation.has("type") ? annotation.text("type") : "bigint";
    try {
      return Optional.of(SqlType.parse(text));
    } catch (IllegalArgumentException e) {
      findings.add(
          ObjectProblems.sequenceTypeInvalid(findings.places().at(annotation, "type"), text));
      return Optional.empty();
    }
  }

  private Optional<Owner> owner(QualifiedName sequence, Attributes annotation, String text) {
    Place place = findings.places().at(annotation, "ownedBy");
    List<Owner> owners = new ArrayList<>();
    List<TableParts> named = new ArrayList<>();
    // A dot may be part of a name.
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      List<TableParts> found = tables(sequence, text.substring(0, dot));
      named.addAll(found);
      String column = text.substring(dot + 1);
      found.forEach(table -> owners.addAll(owners(table, column)));
    }
    if (owners.size() == 1) {
      return Optional.of(owners.get(0));
    }
    findings.add(
        !owners.isEmpty()
            ? ObjectProblems.sequenceOwnerAmbiguous(place, text)
            : text.indexOf('.') < 1
                ? ObjectProblems.sequenceOwnerInvalid(place, text)
                : named.isEmpty()
                    ? ObjectProblems.sequenceTableUnknown(place, text, tableNames())
                    : columnUnknown(place, text, named.get(0)));
    return Optional.empty();
  }

  private Problem columnUnknown(Place place, String text, TableParts table) {
    return ModelProblems.columnUnknown(
        place,
        text.substring(text.lastIndexOf('.') + 1),
        table.name(),
        table.columns().stream().map(ColumnDraft::name).toList());
  }

  private List<String> tableNames() {
    return tables.stream().map(table -> table.name().toString()).sorted().toList();
  }

  /** A plain name means the table in the sequence's schema, if there is one there. */
  private List<TableParts> tables(QualifiedName sequence, String text) {
    List<TableParts> siblings = tables.stream()
        .filter(table -> table.name().equals(sequence.sibling(text)))
        .toList();
    return siblings.isEmpty()
        ? tables.stream()
            .filter(table -> table.name().toString().equals(text)
                || (database.targetSchema() + "." + table.name()).equals(text))
            .toList()
        : siblings;
  }

  private static List<Owner> owners(TableParts table, String column) {
    return table.columns().stream()
        .filter(each -> each.name().equals(column) || each.field().name().equals(column))
        .map(each -> new Owner(table.name(), each.name()))
        .distinct()
        .toList();
  }
}
