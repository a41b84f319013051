package dev.lockstep.processor.model;

import dev.lockstep.processor.model.ColumnTypes.ColumnType;
import dev.lockstep.processor.model.ColumnTypes.Refinement;
import dev.lockstep.processor.model.EnumConstants.Constant;
import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * The Java enums of one database: those that are enum types, wherever they are declared, since each
 * database makes the types that its columns need, and those kept as text.
 */
final class EnumTypes {
  private final DatabaseElement database;
  private final NameReader names;
  private final EnumRules rules;
  private final Findings findings;
  private final Map<String, Optional<ObjectDraft>> drafts = new LinkedHashMap<>();

  EnumTypes(DatabaseElement database, Findings findings) {
    this.database = database;
    this.names = new NameReader(findings);
    this.rules = new EnumRules(findings);
    this.findings = findings;
  }

  /** The types read so far. */
  Collection<ObjectDraft> drafts() {
    return drafts.values().stream().flatMap(Optional::stream).toList();
  }

  /** The type of a column of that enum; empty if it is faulty, which is reported. */
  Optional<ColumnType> columnType(Field field, TypeElement javaEnum) {
    if (Annotations.has(javaEnum, "EnumType")) {
      return add(javaEnum)
          .map(draft -> ((EnumType) draft.object()).type())
          .map(type -> new ColumnType(type, Refinement.NONE, null));
    }
    List<Constant> constants = constants(javaEnum);
    if (constants.isEmpty()) {
      findings.add(ModelProblems.enumEmpty(
          findings.places().at(field.shown()), ColumnTypes.name(javaEnum.asType())));
      return Optional.empty();
    }
    rules.checkText(javaEnum, constants);
    return Optional.of(
        new ColumnType(SqlType.of("text"), Refinement.LENGTH, EnumConstants.values(constants)));
  }

  private List<Constant> constants(TypeElement javaEnum) {
    List<Constant> constants = EnumConstants.of(javaEnum, findings.places().order());
    if (constants.stream().anyMatch(Constant::isErroneous)) {
      findings.incomplete();
    }
    return constants;
  }

  /** The type that is the Java enum, which has {@code @EnumType}; empty if it is faulty. */
  Optional<ObjectDraft> add(TypeElement javaEnum) {
    String className = javaEnum.getQualifiedName().toString();
    Optional<ObjectDraft> known = drafts.get(className);
    if (known != null) {
      return known;
    }
    Optional<ObjectDraft> draft =
        javaEnum.getKind() == ElementKind.ENUM ? draft(javaEnum) : Optional.empty();
    drafts.put(className, draft);
    return draft;
  }

  private Optional<ObjectDraft> draft(TypeElement javaEnum) {
    Annotations annotations = Annotations.of(javaEnum);
    if (annotations.areErroneous()) {
      findings.incomplete();
    }
    Attributes annotation = annotations.find("EnumType").orElseThrow();
    QualifiedName name =
        database.qualified(annotation.text("schema"), names.nameOf(annotation, javaEnum));
    List<Constant> constants = constants(javaEnum);
    EnumType type = new EnumType(name, EnumConstants.values(constants), names.comment(annotation));
    return rules.isSound(type, javaEnum, annotation, constants)
        ? Optional.of(new ObjectDraft(type, annotation))
        : Optional.empty();
  }
}
