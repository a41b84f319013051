package dev.lockstep.processor.model;

import com.sun.source.util.Trees;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the model: from annotated classes to the declared schema of each database. */
public final class ModelReader {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final ModelElements sources;
  private @Nullable ModelSearch search;

  /** A reader of what the rounds so far have shown. */
  public ModelReader(ProcessingEnvironment environment, ModelElements sources) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.sources = sources;
  }

  /** Whatever this compile has the source of, of the model or not; outermost types, packages. */
  public List<Element> compiled() {
    return sources.roots().stream()
        .map(this::root)
        .filter(Objects::nonNull)
        .map(Element.class::cast)
        .toList();
  }

  /** To find no package of a name takes javac long. */
  private @Nullable Element root(String name) {
    Element type = elements.getTypeElement(name);
    return type == null ? elements.getPackageElement(name) : type;
  }

  /**
   * Whether the compiler will fail, unless a type is yet to be generated, since it does not know an
   * annotation, or an attribute of one. Looks at every class of this compile.
   */
  public boolean hasUnresolvedAnnotations() {
    Trees trees = CompilerTrees.of(environment).orElse(null);
    return compiled().stream().anyMatch(new UnresolvedAnnotations(trees)::areIn);
  }

  /** The databases of annotated packages, told without a look at the classes. */
  public List<DatabaseElement> likelyDatabases() {
    Owners owners = new Owners(elements, new Findings(new Places(sources, environment)));
    List<DatabaseElement> likely = new ArrayList<>();
    for (String name : sources.packages()) {
      owners.ofPackage(name).ifPresent(likely::add);
    }
    return likely;
  }

  /** The databases that the classes of this compile belong to, and what is wrong beside them. */
  public ModelSearch databases() {
    if (search == null) {
      search = search();
    }
    return search;
  }

  private ModelSearch search() {
    Findings findings = new Findings(new Places(sources, environment));
    DatabaseSearch search = new DatabaseSearch(elements, sources, findings);
    List<DatabaseElement> databases = search.databases();
    new StrayAnnotations(elements, sources, findings).check();
    DatabaseRules.check(databases, findings);
    return new ModelSearch(
        databases, findings.places(), findings.problems(), findings.isIncomplete());
  }

  /**
   * What the classes of one database say.
   *
   * @param recordedClasses the recorded tables and their classes, which are looked up if they are
   *     not part of this compile
   * @param recordedObjectClasses the same of what is no table; those may be packages
   * @param recorded tells which of the columns that it may mean a {@code renamedFrom} of an
   *     embeddable does mean
   */
  public ModelReading read(
      DatabaseElement database,
      Map<QualifiedName, String> recordedClasses,
      Map<ObjectKey, String> recordedObjectClasses,
      Schema recorded) {
    Findings findings = new Findings(new Places(sources, environment));
    @Nullable
    Attributes annotation = Annotations.of(database.element()).find("Database").orElse(null);
    findings.places().putDatabase(database.element(), annotation, database.migrationsPackage());
    // What is wrong with databases themselves is reported by the search for them.
    Owners owners = new Owners(elements, new Findings(findings.places()));
    TableDrafts drafts = new TableDrafts(database, owners, environment.getTypeUtils(), findings);
    ModelClasses classes = new ModelClasses(elements, database, owners, drafts);
    classes.addAll(recordedClasses, recordedObjectClasses);
    EnumTypes enums = new EnumTypes(database, findings);
    ColumnReader columns = new ColumnReader(
        drafts, new TypeReader(enums, database.targetSchema(), findings), findings, nullness());
    List<TableParts> tables = new ArrayList<>();
    for (TableDraft table = drafts.next(); table != null; table = drafts.next()) {
      tables.add(parts(table, drafts, columns, findings));
    }
    ObjectDrafts objects = new ObjectDrafts(database, enums, tables, findings);
    HintReader hints = new HintReader(
        recordedClasses.keySet(), recordedObjectClasses.keySet(), recorded, findings);
    DeclaredModel model = new SchemaAssembler(database, hints, findings)
        .model(tables, objects.drafts(classes.declarers()));
    return new ModelReading(model, findings.places(), findings.problems(), findings.isIncomplete());
  }

  private Nullness nullness() {
    return new Nullness(new ClassFileAnnotations(environment, sources)::of);
  }

  private static TableParts parts(
      TableDraft table, TableDrafts drafts, ColumnReader columnReader, Findings findings) {
    List<ColumnDraft> columns = columnReader.columns(table);
    ConstraintReader constraints = new ConstraintReader(table, columns, findings);
    List<MemberDraft<Constraint>> all = new ArrayList<>();
    Optional<MemberDraft<Constraint>> primaryKey = constraints.primaryKey();
    if (primaryKey.isPresent()) {
      all.add(primaryKey.get());
    }
    all.addAll(constraints.uniques());
    all.addAll(new ForeignKeyReader(drafts, columnReader, findings).foreignKeys(table));
    all.addAll(constraints.exclusions());
    all.addAll(constraints.checks());
    ColumnNames names = new ColumnNames(findings, table.name(), columns);
    return new TableParts(
        table,
        columns,
        all,
        new IndexReader(table.annotationsOfClasses("Index"), columns, names, findings).indexes(),
        options(table.attributes(), findings),
        new PartitionReader(table.name(), names, findings).partitioning(table));
  }

  private static TableOptions options(Attributes table, Findings findings) {
    return new TableOptions(
        Parameters.read(table, findings), table.flag("unlogged", false), table.text("tablespace"));
  }
}
