package dev.lockstep.processor.model;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads views. */
final class ViewReader {
  private static final Set<ElementKind> KINDS = Set.of(ElementKind.CLASS, ElementKind.RECORD);

  private final DatabaseElement database;
  private final NameReader names;
  private final Findings findings;

  ViewReader(DatabaseElement database, Findings findings) {
    this.database = database;
    this.names = new NameReader(findings);
    this.findings = findings;
  }

  /** The view that is the class, which has {@code @View}; empty if it is faulty. */
  Optional<ObjectDraft> view(TypeElement type, Attributes annotation) {
    Annotations annotations = Annotations.of(type);
    // Both are reported with what else is on the wrong things.
    if (!KINDS.contains(type.getKind()) || annotations.has("Table")) {
      return Optional.empty();
    }
    QualifiedName name =
        database.qualified(annotation.text("schema"), names.nameOf(annotation, type));
    boolean materialized = annotation.flag("materialized", false);
    List<MemberDraft<Index>> indexes =
        materialized ? indexes(type) : withoutIndexes(annotations, name);
    return query(name, annotation)
        .map(query -> new View(
            name,
            query,
            materialized,
            Parameters.read(annotation, findings),
            NamedList.empty(),
            names.comment(annotation)))
        .map(view -> new ObjectDraft(view, type, annotation, indexes));
  }

  private List<MemberDraft<Index>> indexes(TypeElement type) {
    return new IndexReader(
            Annotations.of(type).all("Index"), List.of(), ColumnNames.ofView(findings), findings)
        .indexes();
  }

  private List<MemberDraft<Index>> withoutIndexes(Annotations annotations, QualifiedName name) {
    annotations
        .all("Index")
        .forEach(index ->
            findings.add(ObjectProblems.indexOnView(findings.places().at(index), name.toString())));
    return List.of();
  }

  private Optional<SqlExpression> query(QualifiedName name, Attributes annotation) {
    String query = annotation.text("query");
    Optional<String> fault = SqlSyntax.queryFault(query);
    fault.ifPresent(found -> findings.add(ObjectProblems.queryInvalid(
        findings.places().at(annotation, "query"), name.toString(), found)));
    return fault.isPresent() ? Optional.empty() : Optional.of(SqlExpression.of(query));
  }
}
