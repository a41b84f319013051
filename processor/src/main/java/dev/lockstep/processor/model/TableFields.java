package dev.lockstep.processor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The fields of a table class that are columns, those of mapped superclasses first. */
final class TableFields {
  private static final Set<String> NOT_SUPPORTED = Set.of("Embedded");

  private final Types types;
  private final Findings findings;

  /**
   * A field that is a column.
   *
   * @param type as the table class sees it: type variables of superclasses are resolved
   */
  record Field(VariableElement element, TypeMirror type, Annotations annotations) {
    String name() {
      return element.getSimpleName().toString();
    }
  }

  TableFields(Types types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  /** The classes whose fields and annotations make the table, base first, the table itself last. */
  List<TypeElement> mappedClasses(TypeElement table) {
    Deque<TypeElement> classes = new ArrayDeque<>(List.of(table));
    TypeMirror above = table.getSuperclass();
    while (above.getKind() != TypeKind.NONE) {
      if (above.getKind() == TypeKind.ERROR) {
        findings.incomplete();
        break;
      }
      TypeElement superclass = ColumnTypes.element(above).orElseThrow();
      if (Annotations.has(superclass, "MappedSuperclass")) {
        classes.push(superclass);
      } else {
        checkUnmapped(table, superclass);
      }
      above = superclass.getSuperclass();
    }
    return List.copyOf(classes);
  }

  private void checkUnmapped(TypeElement table, TypeElement superclass) {
    if (Annotations.has(superclass, "Table")) {
      findings.add(ModelProblems.superclassIsTable(findings.places().at(table), table, superclass));
      return;
    }
    if (findings.places().isShown(superclass)) {
      // The annotation itself is reported as one without effect.
      return;
    }
    ElementFilter.fieldsIn(superclass.getEnclosedElements()).stream()
        .filter(field -> !Annotations.of(field).isEmpty())
        .findFirst()
        .ifPresent(field -> findings.add(
            ModelProblems.superclassNotMapped(findings.places().at(table), superclass, field)));
  }

  /** In declaration order. */
  List<Field> of(TypeElement table, List<TypeElement> mappedClasses) {
    List<Field> fields = new ArrayList<>();
    for (TypeElement mapped : mappedClasses) {
      for (VariableElement field : ElementFilter.fieldsIn(mapped.getEnclosedElements())) {
        Annotations annotations = Annotations.of(field);
        if (field.getKind() == ElementKind.FIELD && isColumn(field, annotations)) {
          fields.add(new Field(field, typeIn(table, field), annotations));
        }
      }
    }
    return fields;
  }

  private TypeMirror typeIn(TypeElement table, VariableElement field) {
    return table.equals(field.getEnclosingElement())
        ? field.asType()
        : types.asMemberOf((DeclaredType) table.asType(), field);
  }

  private boolean isColumn(VariableElement field, Annotations annotations) {
    if (annotations.areErroneous()) {
      findings.incomplete();
    }
    findings.addNotSupported(annotations, NOT_SUPPORTED);
    String reason = annotations.has("Ignore")
        ? "@Ignore"
        : field.getModifiers().contains(Modifier.STATIC)
            ? "static"
            : field.getModifiers().contains(Modifier.TRANSIENT) ? "transient" : "";
    if (!reason.isEmpty()) {
      checkWithoutEffect(field, annotations, reason);
    }
    return reason.isEmpty() && annotations.names().stream().noneMatch(NOT_SUPPORTED::contains);
  }

  private void checkWithoutEffect(Element field, Annotations annotations, String reason) {
    annotations.names().stream()
        .filter(name -> !name.equals("Ignore"))
        .findFirst()
        .ifPresent(name -> findings.add(ModelProblems.withoutEffect(
            findings.places().at(annotations.all(name).get(0)),
            name,
            field.getSimpleName().toString(),
            reason)));
  }
}
