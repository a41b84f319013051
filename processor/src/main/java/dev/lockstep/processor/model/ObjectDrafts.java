package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What one database has beside tables; the tables are known. */
final class ObjectDrafts {
  /** The annotations that declare it. */
  static final Set<String> ANNOTATIONS = Set.of("EnumType", "View", "Sequence", "SqlObject");

  private final DatabaseElement database;
  private final List<TableParts> tables;
  private final EnumTypes enums;
  private final SequenceReader sequences;
  private final ViewReader views;
  private final SqlObjectReader sqlObjects;
  private final Findings findings;
  private final Map<String, Element> declarers = new LinkedHashMap<>();
  private final List<ObjectDraft> drafts = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();

  ObjectDrafts(
      DatabaseElement database, EnumTypes enums, List<TableParts> tables, Findings findings) {
    this.database = database;
    this.tables = tables;
    this.enums = enums;
    this.sequences = new SequenceReader(database, tables, findings);
    this.views = new ViewReader(database, findings);
    this.sqlObjects = new SqlObjectReader(findings);
    this.findings = findings;
    drafts.addAll(Extensions.of(database, findings));
  }

  /** What the packages and classes declare, and the enum types of columns. */
  List<ObjectDraft> drafts(Iterable<? extends Element> elements) {
    elements.forEach(this::add);
    List<ObjectDraft> all = new ArrayList<>(enums.drafts());
    all.addAll(drafts);
    return new SqlObjectNeeds(database, findings).resolved(all, tables, faulty);
  }

  private void add(Element declarer) {
    if (declarers.putIfAbsent(declarer.toString(), declarer) != null) {
      return;
    }
    Annotations annotations = Annotations.of(declarer);
    if (annotations.areErroneous()) {
      findings.incomplete();
    }
    if (declarer instanceof TypeElement type) {
      addType(type, annotations);
    }
    annotations.all("Sequence").forEach(each -> put(sequences.sequence(each), each, ""));
    annotations.all("SqlObject").forEach(each -> put(sqlObjects.sqlObject(each), each, ""));
  }

  private void put(Optional<ObjectDraft> draft, Attributes annotation, String ownName) {
    draft.ifPresentOrElse(drafts::add, () -> faulty.add(nameOf(annotation, ownName)));
  }

  private static String nameOf(Attributes annotation, String ownName) {
    return annotation.text("name").isEmpty() ? ownName : annotation.text("name");
  }

  private void addType(TypeElement type, Annotations annotations) {
    String name = SnakeCase.of(type.getSimpleName().toString());
    for (Attributes annotation : annotations.all("EnumType")) {
      if (enums.add(type).isEmpty()) {
        faulty.add(nameOf(annotation, name));
      }
    }
    annotations.all("View").forEach(each -> put(views.view(type, each), each, name));
  }
}
