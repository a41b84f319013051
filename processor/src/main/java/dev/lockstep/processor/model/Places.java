package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where things of one database stand in the source: what in a problem is a {@link Place} is an
 * element here, with an annotation of it and one of that annotation's values. Where a place is
 * gone, the next larger one takes its part: annotation, element, class of the table, database.
 */
public final class Places {
  private final ModelElements sources;
  private final ProcessingEnvironment environment;
  private final List<Target> spots = new ArrayList<>();
  private final Map<Place, Target> named = new HashMap<>();
  private final DeclarationOrder order;
  private String migrationsPackage = "";

  /** An element, the annotation of it that is meant, and the value in that. */
  private record Target(
      Element element,
      @Nullable Attributes annotation,
      @Nullable AnnotationValue value) {}

  Places(ModelElements sources, ProcessingEnvironment environment) {
    this.sources = sources;
    this.environment = environment;
    this.order = new DeclarationOrder(environment, sources);
  }

  /** Of the fields in the source. */
  DeclarationOrder order() {
    return order;
  }

  /** The element's name. */
  Place.Spot at(Element element) {
    return spot(new Target(element, null, null));
  }

  Place.Spot at(Attributes annotation) {
    return spot(new Target(annotation.element(), annotation, null));
  }

  /** The value of the attribute; the annotation if it was left out. */
  Place.Spot at(Attributes annotation, String attribute) {
    return spot(new Target(annotation.element(), annotation, annotation.value(attribute)));
  }

  /** The last of several values of the attribute that begin so; the attribute if it has but one. */
  Place.Spot at(Attributes annotation, String attribute, String item) {
    List<AnnotationValue> items = annotation.items(attribute);
    return items.stream()
        .filter(value -> items.size() > 1
            && (item.equals(value.getValue())
                || String.valueOf(value.getValue()).startsWith(item + " ")))
        .reduce((first, second) -> second)
        .map(value -> spot(new Target(annotation.element(), annotation, value)))
        .orElseGet(() -> at(annotation, attribute));
  }

  private Place.Spot spot(Target target) {
    spots.add(target);
    return new Place.Spot(spots.size() - 1);
  }

  void putDatabase(Element element, @Nullable Attributes annotation, String migrations) {
    named.put(new Place.OfDatabase(), new Target(element, annotation, null));
    migrationsPackage = migrations;
  }

  void putTable(QualifiedName table, Element type, @Nullable Attributes annotation) {
    named.put(new Place.OfTable(table, ""), new Target(type, annotation, null));
  }

  void putColumn(
      QualifiedName table, String column, Element field, @Nullable Attributes annotation) {
    named.put(new Place.OfColumn(table, column, ""), new Target(field, annotation, null));
  }

  void putMember(
      QualifiedName table, String member, Element element, @Nullable Attributes annotation) {
    named.put(new Place.OfMember(table, member), new Target(element, annotation, null));
  }

  void putObject(ObjectKey object, Element element, Attributes annotation) {
    named.put(new Place.OfObject(object, ""), new Target(element, annotation, null));
  }

  void putEnumValue(
      QualifiedName type, String value, Element constant, @Nullable Attributes annotation) {
    named.put(new Place.OfEnumValue(type, value), new Target(constant, annotation, null));
  }

  /** Equal for two places that are one in the source. */
  Object identity(Place place) {
    return target(place)
        .<Object>map(target -> Arrays.asList(
            target.element(),
            target.annotation() == null ? null : target.annotation().mirror(),
            target.value()))
        .orElse(place);
  }

  /** The element that a message about the place is shown at; empty for none. */
  public Optional<Element> element(Place place) {
    return target(place).map(Target::element);
  }

  /** Has the compiler print the problem at its place. */
  public void report(Messager messager, Problem problem) {
    Diagnostic.Kind kind = switch (problem.severity()) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
    Optional<Target> target = target(problem.place());
    if (target.isEmpty()) {
      messager.printMessage(kind, problem.text());
    } else if (problem.place() instanceof Place.OfMigration
        || isShown(target.get().element())) {
      // Migrations are not among the sources of the model, and their messages name them.
      new PlacedMessage(environment, kind, problem.text())
          .print(target.get().element(), target.get().annotation(), target.get().value());
    } else {
      messager.printMessage(
          kind, PlacedMessage.withName(problem.text(), target.get().element()));
    }
  }

  /** Whether the compiler can show the element, since this compile has its source. */
  boolean isShown(Element element) {
    return sources.hasSourceOf(element);
  }

  private Optional<Target> target(Place place) {
    if (place instanceof Place.Nowhere) {
      return Optional.empty();
    }
    if (place instanceof Place.Spot spot) {
      return Optional.of(spots.get(spot.number()));
    }
    return nearest(place).or(() -> Optional.ofNullable(named.get(new Place.OfDatabase())));
  }

  private Optional<Target> nearest(Place place) {
    if (place instanceof Place.OfTable table) {
      return attribute(new Place.OfTable(table.table(), ""), table.attribute());
    }
    if (place instanceof Place.OfColumn column) {
      return attribute(new Place.OfColumn(column.table(), column.column(), ""), column.attribute())
          .or(() -> nearest(new Place.OfTable(column.table(), "")));
    }
    if (place instanceof Place.OfMember member) {
      return Optional.ofNullable(named.get(member))
          .or(() -> nearest(new Place.OfTable(member.table(), "")))
          .or(() -> view(member.table()));
    }
    if (place instanceof Place.OfObject object) {
      return object(object.object(), object.attribute());
    }
    if (place instanceof Place.OfEnumValue value) {
      return Optional.ofNullable(named.get(value))
          .or(() -> object(new ObjectKey(ObjectKind.ENUM, value.type()), ""));
    }
    return place instanceof Place.OfMigration migration ? migration(migration) : Optional.empty();
  }

  private Optional<Target> view(QualifiedName name) {
    return object(new ObjectKey(ObjectKind.MATERIALIZED_VIEW, name), "");
  }

  /** Of what an element can declare many of, the annotation; else as of tables. */
  private Optional<Target> object(ObjectKey object, String attribute) {
    boolean one = object.kind() == ObjectKind.ENUM || object.kind().isView();
    if (one) {
      return attribute(new Place.OfObject(object, ""), attribute);
    }
    String meant = object.kind() == ObjectKind.EXTENSION ? "extensions" : attribute;
    return Optional.ofNullable(named.get(new Place.OfObject(object, "")))
        .map(found -> new Target(
            found.element(),
            found.annotation(),
            found.annotation() == null ? null : found.annotation().value(meant)));
  }

  /** The element's name if no attribute is asked for; else the attribute or the annotation. */
  private Optional<Target> attribute(Place ofElement, String attribute) {
    Optional<Target> target = Optional.ofNullable(named.get(ofElement));
    return target.map(found -> attribute.isEmpty() || found.annotation() == null
        ? new Target(found.element(), null, null)
        : new Target(
            found.annotation().element(), found.annotation(), found.annotation().value(attribute)));
  }

  private Optional<Target> migration(Place.OfMigration migration) {
    String prefix = migrationsPackage.isEmpty() ? "" : migrationsPackage + ".";
    return Optional.ofNullable(
            environment.getElementUtils().getTypeElement(prefix + migration.revision()))
        .map(type -> new Target(type, null, null));
  }
}
