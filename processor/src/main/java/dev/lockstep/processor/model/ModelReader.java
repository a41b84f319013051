package dev.lockstep.processor.model;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the model: from annotated classes to the declared schema of each database. */
public final class ModelReader {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final ModelElements sources;

  /** A reader of what the rounds so far have shown. */
  public ModelReader(ProcessingEnvironment environment, ModelElements sources) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.sources = sources;
  }

  /** The databases that the classes of this compile belong to, and what is wrong beside them. */
  public ModelSearch databases() {
    Findings findings = new Findings(new Places(sources, environment));
    Owners owners = new Owners(elements, findings);
    Map<String, DatabaseElement> found = new TreeMap<>();
    Map<String, List<TypeElement>> tables = new TreeMap<>();
    sources.packages().forEach(name -> put(found, owners.ofPackage(name)));
    for (String name : sources.types()) {
      TypeElement type = elements.getTypeElement(name);
      if (type == null) {
        continue;
      }
      if (Annotations.has(type, "Database")) {
        put(found, owners.ofPackage(packageOf(type)));
      }
      if (Annotations.has(type, "Table")) {
        Optional<DatabaseElement> owner = owners.of(type);
        put(found, owner);
        owner.ifPresentOrElse(
            database -> tables
                .computeIfAbsent(database.packageName(), key -> new ArrayList<>())
                .add(type),
            () -> findings.add(
                ModelProblems.databaseMissing(findings.places().at(type), type, packageOf(type))));
      }
    }
    new StrayAnnotations(elements, sources, findings).check();
    List<DatabaseElement> databases = found.values().stream()
        .map(each -> each.withTables(tables.getOrDefault(each.packageName(), List.of())))
        .toList();
    DatabaseRules.check(databases, findings);
    return new ModelSearch(
        databases, findings.places(), findings.problems(), findings.isIncomplete());
  }

  private static void put(Map<String, DatabaseElement> found, Optional<DatabaseElement> database) {
    database.ifPresent(each -> found.put(each.packageName(), each));
  }

  private String packageOf(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  /**
   * What the classes of one database say.
   *
   * @param recordedClasses the recorded tables and their classes, which are looked up if they are
   *     not part of this compile
   */
  public ModelReading read(DatabaseElement database, Map<QualifiedName, String> recordedClasses) {
    Findings findings = new Findings(new Places(sources, environment));
    @Nullable
    Attributes annotation = Annotations.of(database.element()).find("Database").orElse(null);
    findings.places().putDatabase(database.element(), annotation, database.migrationsPackage());
    // What is wrong with databases themselves is reported by the search for them.
    Owners owners = new Owners(elements, new Findings(findings.places()));
    TableDrafts drafts = new TableDrafts(database, owners, environment.getTypeUtils(), findings);
    new TableClasses(elements, database, owners, drafts).addAll(recordedClasses);
    Nullness nullness = new Nullness(new ClassFileAnnotations(environment, sources)::of);
    ColumnReader columns = new ColumnReader(drafts, findings, nullness);
    List<TableParts> tables = new ArrayList<>();
    for (TableDraft table = drafts.next(); table != null; table = drafts.next()) {
      tables.add(parts(table, drafts, columns, findings));
    }
    HintReader hints = new HintReader(recordedClasses.keySet(), findings);
    DeclaredModel model = new SchemaAssembler(database, hints, findings).model(tables);
    return new ModelReading(model, findings.places(), findings.problems(), findings.isIncomplete());
  }

  private static TableParts parts(
      TableDraft table, TableDrafts drafts, ColumnReader columnReader, Findings findings) {
    List<ColumnDraft> columns = columnReader.columns(table);
    ConstraintReader constraints = new ConstraintReader(table, columns, findings);
    List<MemberDraft<Constraint>> all = new ArrayList<>();
    constraints.primaryKey().ifPresent(all::add);
    all.addAll(constraints.uniques());
    all.addAll(new ForeignKeyReader(drafts, columnReader, findings).foreignKeys(table));
    all.addAll(constraints.checks());
    return new TableParts(table, columns, all, new IndexReader(table, columns, findings).indexes());
  }
}
