package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.TransactionControl;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what is declared as SQL; whether what it needs is there, {@link SqlObjectNeeds} knows. */
final class SqlObjectReader {
  private final Findings findings;

  SqlObjectReader(Findings findings) {
    this.findings = findings;
  }

  /** Empty if it is faulty, which is reported. */
  Optional<ObjectDraft> sqlObject(Attributes annotation) {
    String name = annotation.text("name");
    boolean named = !name.isBlank() && SqlSyntax.isStorable(name);
    if (!named) {
      findings.add(ObjectProblems.sqlObjectName(findings.places().at(annotation, "name")));
    }
    boolean create = isSound(annotation, "create", name);
    boolean drop = isSound(annotation, "drop", name);
    return named && create && drop
        ? Optional.of(new ObjectDraft(
            new SqlObject(
                QualifiedName.of(name),
                annotation.text("create"),
                annotation.text("drop"),
                new TreeSet<>(annotation.texts("needs"))),
            annotation))
        : Optional.empty();
  }

  private boolean isSound(Attributes annotation, String attribute, String name) {
    String sql = annotation.text(attribute);
    Place place = findings.places().at(annotation, attribute);
    Optional<Problem> problem = SqlSyntax.statementsFault(sql)
        .map(fault -> ObjectProblems.sqlObjectInvalid(place, attribute, name, fault))
        .or(() -> TransactionControl.in(sql)
            .map(words -> ObjectProblems.transactionControl(place, attribute, name, words)));
    problem.ifPresent(findings::add);
    return problem.isEmpty();
  }
}
