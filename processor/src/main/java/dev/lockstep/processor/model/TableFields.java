package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  private final Types types;
  private final Findings findings;
  private final EmbeddedFields embedded;

  /**
   * A field that is a column.
   *
   * @param type as the table class sees it: type variables of superclasses are resolved
   * @param annotations several {@code @Column}s if there are overrides; the first one holds
   * @param embedding the use of an embeddable that the field belongs to
   */
  record Field(
      VariableElement element, TypeMirror type, Annotations annotations, Embedding embedding) {
    String name() {
      return element.getSimpleName().toString();
    }

    /** {@code home.city} for a field of an embeddable. */
    String path() {
      return pathIn(Embedding.NONE);
    }

    /** The path from that embeddable on. */
    String pathIn(Embedding scope) {
      return embedding.pathIn(scope) + name();
    }

    /** Where messages about it stand. */
    Element shown() {
      return embedding.shown(element);
    }

    /**
     * The column's name as that embeddable knows it, which is the one of the table for
     * {@link Embedding#NONE}. A name gets the prefixes of all that is around the place where it is
     * written.
     *
     * @param baseName what it is called without {@code @Column} and prefixes
     */
    String columnName(Embedding scope, String baseName) {
      for (Attributes column : annotations.all("Column")) {
        if (column.embedding().isWithin(scope)) {
          String explicit = explicitName(column);
          return explicit.isEmpty()
              ? embedding.prefixIn(scope) + baseName
              : column.embedding().prefixIn(scope) + explicit;
        }
      }
      return embedding.prefixIn(scope) + baseName;
    }

    private static String explicitName(Attributes column) {
      String name = column.text("name");
      return name.isEmpty() ? column.text("value") : name;
    }

    Field with(String annotation, Attributes attributes) {
      return new Field(element, type, annotations.with(annotation, attributes), embedding);
    }
  }

  TableFields(Types types, Findings findings) {
    this.types = types;
    this.findings = findings;
    this.embedded = new EmbeddedFields(this, findings);
  }

  /** The classes whose fields and annotations make the table, base first, the table itself last. */
  List<TypeElement> mappedClasses(TypeElement table) {
    return mappedClasses(table, findings.places().at(table));
  }

  /**
   * The classes whose fields make a table or an embeddable, base first, that class itself last.
   *
   * @param place where a message about the class stands
   */
  List<TypeElement> mappedClasses(TypeElement type, Place place) {
    Deque<TypeElement> classes = new ArrayDeque<>(List.of(type));
    TypeMirror above = type.getSuperclass();
    while (above.getKind() != TypeKind.NONE) {
      if (above.getKind() == TypeKind.ERROR) {
        findings.incomplete();
        break;
      }
      TypeElement superclass = ColumnTypes.element(above).orElseThrow();
      if (Annotations.has(superclass, "MappedSuperclass")) {
        classes.push(superclass);
      } else {
        checkUnmapped(type, superclass, place);
      }
      above = superclass.getSuperclass();
    }
    return List.copyOf(classes);
  }

  private void checkUnmapped(TypeElement type, TypeElement superclass, Place place) {
    if (Annotations.has(superclass, "Table")) {
      findings.add(ModelProblems.superclassIsTable(place, type, superclass));
      return;
    }
    if (Annotations.has(superclass, "Embeddable")) {
      findings.add(ModelProblems.superclassIsEmbeddable(place, superclass));
      return;
    }
    if (findings.places().isShown(superclass)) {
      // The annotation itself is reported as one without effect.
      return;
    }
    ElementFilter.fieldsIn(superclass.getEnclosedElements()).stream()
        .filter(field -> !Annotations.of(field).isEmpty())
        .findFirst()
        .ifPresent(
            field -> findings.add(ModelProblems.superclassNotMapped(place, superclass, field)));
  }

  /** In declaration order, those of embeddables at the place of the field that embeds them. */
  List<Field> of(TypeElement table, List<TypeElement> mappedClasses) {
    return of((DeclaredType) table.asType(), mappedClasses, Embedding.NONE);
  }

  /** Those of a table or of one use of an embeddable. */
  List<Field> of(DeclaredType type, List<TypeElement> mappedClasses, Embedding embedding) {
    List<Field> fields = new ArrayList<>();
    for (TypeElement mapped : mappedClasses) {
      for (VariableElement element : findings.places().order().fields(mapped)) {
        Annotations annotations = Annotations.of(element, embedding.shown(element), embedding);
        if (element.getKind() == ElementKind.FIELD
            && !isDelegate(element)
            && isColumn(element, annotations)) {
          Field field = new Field(element, typeIn(type, element), annotations, embedding);
          fields.addAll(annotations.has("Embedded") ? embedded.of(field) : List.of(field));
        }
      }
    }
    return fields;
  }

  private TypeMirror typeIn(DeclaredType type, VariableElement field) {
    boolean plain = type.getTypeArguments().isEmpty();
    return plain && type.asElement().equals(field.getEnclosingElement())
        ? field.asType()
        : types.asMemberOf(type, field);
  }

  /**
   * Behind {@code val x by lazy { ... }} of Kotlin: it holds how to find the value, not the value.
   */
  private static boolean isDelegate(VariableElement field) {
    return field.getSimpleName().toString().endsWith("$delegate") && Nullness.isOfKotlin(field);
  }

  private boolean isColumn(VariableElement field, Annotations annotations) {
    if (annotations.areErroneous()) {
      findings.incomplete();
    }
    String reason = annotations.has("Ignore")
        ? "@Ignore"
        : field.getModifiers().contains(Modifier.STATIC)
            ? "static"
            : field.getModifiers().contains(Modifier.TRANSIENT) ? "transient" : "";
    if (!reason.isEmpty()) {
      checkWithoutEffect(field, annotations, reason);
    }
    return reason.isEmpty();
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
