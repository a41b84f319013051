package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** The columns that an {@code @Embedded} field stands for. */
final class EmbeddedFields {
  private static final Set<String> MEANINGFUL = Set.of("Embedded", "Id");

  private final TableFields fields;
  private final Findings findings;
  private final EmbeddableRules rules;

  EmbeddedFields(TableFields fields, Findings findings) {
    this.fields = fields;
    this.findings = findings;
    this.rules = new EmbeddableRules(findings);
  }

  /** In declaration order; empty if the field embeds nothing, which is reported. */
  List<Field> of(Field embedded) {
    checkWithoutEffect(embedded);
    if (ColumnTypes.innermost(embedded.type()).getKind() == TypeKind.ERROR) {
      findings.incomplete();
      return List.of();
    }
    Optional<TypeElement> embeddable = rules.embeddable(embedded);
    if (embeddable.isEmpty() || isCircular(embedded)) {
      return List.of();
    }
    Embedding embedding = embedding(embedded, embeddable.get());
    List<Field> found = fields.of(embedding.type(), embedding.classes(), embedding);
    return withKey(embedded, withOverrides(embedded, embedding, found));
  }

  private void checkWithoutEffect(Field embedded) {
    embedded.annotations().names().stream()
        .filter(name -> !MEANINGFUL.contains(name))
        .findFirst()
        .ifPresent(name -> findings.add(ModelProblems.withoutEffect(
            findings.places().at(embedded.annotations().all(name).get(0)),
            name,
            embedded.name(),
            "@Embedded")));
  }

  /**
   * Whether the embeddable is inside of itself. A generic one may be, as {@code Pair<Pair<Money>>},
   * while its type gets shorter from the outside in; one that does not would have no end.
   */
  private boolean isCircular(Field embedded) {
    String type = embedded.type().toString();
    Optional<Embedding> outer = embedded.embedding().chain().stream()
        .filter(
            each -> each.type().asElement().equals(((DeclaredType) embedded.type()).asElement()))
        .filter(each -> each.field().type().toString().length() <= type.length())
        .findFirst();
    outer.ifPresent(each -> findings.add(ModelProblems.embeddableCycle(
        findings.places().at(embedded.shown()),
        (TypeElement) each.type().asElement(),
        embedded.pathIn(each))));
    return outer.isPresent();
  }

  private Embedding embedding(Field embedded, TypeElement embeddable) {
    Attributes annotation = embedded.annotations().all("Embedded").get(0);
    String prefix =
        annotation.has("prefix") ? annotation.text("prefix") : SnakeCase.of(embedded.name()) + "_";
    boolean shown = findings.places().isShown(embeddable);
    List<TypeElement> classes = fields.mappedClasses(
        embeddable, findings.places().at(shown ? embeddable : embedded.shown()));
    return new Embedding(embedded, prefix, classes, findings.places()::isShown);
  }

  /** What stands further out comes first, since it knows more. */
  private List<Field> withOverrides(Field embedded, Embedding embedding, List<Field> found) {
    List<Field> overridden = new ArrayList<>(found);
    Set<String> paths = new HashSet<>();
    Attributes annotation = embedded.annotations().all("Embedded").get(0);
    for (Attributes override : nested(annotation, annotation.items("overrides"))) {
      String path = override.text("field");
      if (override.isErroneous()) {
        findings.incomplete();
      } else if (!paths.add(path)) {
        findings.add(ModelProblems.overrideTwice(findings.places().at(override, "field"), path));
      } else {
        override(embedding, override, overridden);
      }
    }
    return overridden;
  }

  private void override(Embedding embedding, Attributes override, List<Field> all) {
    String path = override.text("field");
    List<Field> meant =
        all.stream().filter(field -> field.pathIn(embedding).equals(path)).toList();
    if (meant.isEmpty()) {
      findings.add(ModelProblems.overrideUnknown(
          findings.places().at(override, "field"),
          path,
          (TypeElement) embedding.type().asElement(),
          all.stream().map(field -> field.pathIn(embedding)).toList()));
    }
    List<AnnotationValue> column = Stream.ofNullable(override.value("column")).toList();
    nested(override, column)
        .forEach(attributes -> all.replaceAll(
            field -> meant.contains(field) ? field.with("Column", attributes) : field));
  }

  private List<Attributes> nested(Attributes annotation, List<AnnotationValue> values) {
    List<Attributes> nested = new ArrayList<>();
    for (AnnotationValue value : values) {
      if (value.getValue() instanceof AnnotationMirror mirror) {
        Attributes inside = annotation.nested(mirror, OptionalInt.empty());
        if (inside.isErroneous()) {
          findings.incomplete();
        }
        nested.add(inside);
      }
    }
    return nested;
  }

  /** An {@code @Id} at the field makes all its columns the key. */
  private static List<Field> withKey(Field embedded, List<Field> found) {
    return embedded
        .annotations()
        .find("Id")
        .map(id -> found.stream()
            .map(field -> field.annotations().has("Id") ? field : field.with("Id", id))
            .toList())
        .orElse(found);
  }
}
