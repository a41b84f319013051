package dev.lockstep.processor.model;

import static dev.lockstep.processor.problem.Problem.error;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.NearestName;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * The wording of all that can be wrong with a model. Long, so that it can be read in one piece and
 * stays of one voice.
 *
 * <pre>{@code
 * User.java:17: error: [lockstep:TypeUnmapped] java.util.Currency has no PostgreSQL type
 *     name one: @Column(type = "char(3)")
 *     leave it out: @Ignore
 * }</pre>
 */
final class ModelProblems {
  private static final String LEAVE_OUT = "leave it out: @Ignore";

  private ModelProblems() {}

  // Databases

  static Problem databaseMissing(Place place, TypeElement table, String packageName) {
    String name = table.getSimpleName().toString();
    return packageName.isEmpty()
        ? error(
            "DatabaseMissing",
            place,
            "table class " + name + " is in the unnamed package, and no class there is a @Database",
            "add a class: @Database class Model {}")
        : error(
            "DatabaseMissing",
            place,
            "table class " + name
                + " belongs to no @Database: neither its package nor one above has it",
            "add package-info.java: @dev.lockstep.annotations.Database package " + packageName
                + ";");
  }

  static Problem databaseTwice(Place place, String packageName, Element first) {
    return error(
        "DatabaseTwice",
        place,
        "package " + packageName + " has a @Database already, on " + first,
        "keep one of them");
  }

  static Problem databaseNameTaken(Place place, String name, String firstPackage) {
    return error(
        "DatabaseNameTaken",
        place,
        "the @Database of package " + firstPackage + " is named \"" + name + "\" too",
        "name this one: @Database(name = \"" + name + "2\")");
  }

  static Problem databaseNameEmpty(Place place) {
    return error(
        "DatabaseNameEmpty", place, "the name of a @Database is empty", "leave it out: @Database");
  }

  static Problem migrationsTaken(Place place, String migrations, String firstPackage) {
    return error(
        "MigrationsPackageTaken",
        place,
        "package " + migrations + " has the migrations of the @Database of package " + firstPackage
            + " already",
        "name another: @Database(migrations = \"" + migrations + "2\")");
  }

  static Problem migrationsPackageInvalid(Place place, String migrations) {
    return error(
        "MigrationsPackageInvalid",
        place,
        quoted(migrations) + " is not the name of a Java package",
        "name one: @Database(migrations = \"com.example.migrations\")");
  }

  // Tables

  static Problem tableKind(Place place, TypeElement type) {
    return error(
        "TableKind",
        place,
        "@Table is for classes and records; " + type.getSimpleName() + " is an "
            + type.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        "remove it");
  }

  static Problem tableInner(Place place, TypeElement type) {
    return error(
        "TableInner",
        place,
        "table class " + type.getSimpleName()
            + " is an inner class; only a static nested one can be a table",
        "write: static class " + type.getSimpleName());
  }

  static Problem tableMapped(Place place, TypeElement type) {
    return error(
        "TableMapped",
        place,
        "class " + type.getSimpleName()
            + " is a @Table and a @MappedSuperclass; it can be one of them",
        "remove one of them");
  }

  static Problem superclassIsTable(Place place, TypeElement type, TypeElement superclass) {
    return error(
        "SuperclassIsTable",
        place,
        (Annotations.has(type, "Table") ? "table class " : "embeddable ") + type.getSimpleName()
            + " extends table class "
            + superclass.getSimpleName() + "; tables do not inherit columns",
        "put the common fields into a class of their own: @MappedSuperclass abstract class "
            + superclass.getSimpleName() + "Fields {}");
  }

  static Problem superclassIsEmbeddable(Place place, TypeElement superclass) {
    return error(
        "SuperclassNotMapped",
        place,
        "the fields of superclass " + superclass.getQualifiedName()
            + " are no columns here, since that class is an @Embeddable",
        "write there: @MappedSuperclass");
  }

  static Problem superclassNotMapped(Place place, TypeElement superclass, Element field) {
    return error(
        "SuperclassNotMapped",
        place,
        "field " + field.getSimpleName() + " of superclass " + superclass.getQualifiedName()
            + " is no column, since that class is no @MappedSuperclass",
        "write there: @MappedSuperclass");
  }

  static Problem tableMissing(Place place, String annotation, TypeElement type) {
    return error(
        "TableMissing",
        place,
        "@" + annotation + " has no effect: class " + type.getSimpleName() + " is no @Table",
        "write at the class: @Table",
        "if tables extend it: @MappedSuperclass",
        "if fields embed it: @Embeddable");
  }

  static Problem tableTwice(Place place, QualifiedName table, TypeElement first) {
    return error(
        "TableTwice",
        place,
        "table \"" + table + "\" is class " + first.getQualifiedName() + " already",
        "name another: @Table(name = \"" + table.name() + "2\")");
  }

  // Embeddables

  static Problem embeddableKind(Place place, TypeElement type) {
    return error(
        "EmbeddableKind",
        place,
        "@Embeddable is for classes and records; " + type.getSimpleName() + " is an "
            + type.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        "remove it");
  }

  static Problem embeddableInner(Place place, TypeElement type) {
    return error(
        "EmbeddableInner",
        place,
        "embeddable " + type.getSimpleName()
            + " is an inner class; only a static nested one can be embedded",
        "write: static class " + type.getSimpleName());
  }

  static Problem embeddableTable(Place place, TypeElement type) {
    return error(
        "EmbeddableTable",
        place,
        "class " + type.getSimpleName() + " is a @Table and an @Embeddable; it can be one of them",
        "remove one of them");
  }

  static Problem embeddableCycle(Place place, TypeElement type, String path) {
    return error(
        "EmbeddableCycle",
        place,
        "embeddable " + type.getSimpleName() + " contains itself: " + path,
        LEAVE_OUT);
  }

  static Problem notEmbeddable(
      Place place, String field, String type, boolean isTable, boolean isSource) {
    return error(
        "NotEmbeddable",
        place,
        "field " + field + " is @Embedded, but " + type + " is no @Embeddable",
        isTable
            ? "reference it: @References"
            : isSource ? "write there: @Embeddable" : "remove it");
  }

  static Problem embeddedMany(Place place, String field, TypeElement type) {
    return error(
        "EmbeddedMany",
        place,
        "field " + field + " holds any number of " + type.getSimpleName()
            + "; only a single one can be embedded",
        "rows of their own: @Table class ...",
        "one column: @Column(type = \"jsonb\")");
  }

  static Problem overrideUnknown(
      Place place, String path, TypeElement embeddable, List<String> paths) {
    String nearest = NearestName.of(path, paths)
        .map(name -> "; did you mean " + quoted(name) + "?")
        .orElse("");
    return error(
        "OverrideUnknown",
        place,
        "embeddable " + embeddable.getSimpleName() + " has no column field " + quoted(path)
            + nearest,
        "it has: " + listed(paths));
  }

  static Problem overrideTwice(Place place, String path) {
    return error(
        "OverrideTwice",
        place,
        "field " + quoted(path) + " has an override already",
        "keep one of them");
  }

  // Names

  static Problem nameTwice(Place place, String value, String name) {
    return error(
        "NameTwice",
        place,
        "the name is given twice: " + quoted(value) + " and " + quoted(name),
        "keep one of value and name");
  }

  static Problem nameTaken(Place place, String kind, String name, QualifiedName table) {
    return error(
        "NameTaken",
        place,
        "table \"" + table + "\" has a" + (kind.equals("index") ? "n " : " ") + kind + " "
            + quoted(name) + " already",
        "name another: name = " + javaText(name + "2"));
  }

  static Problem nulCharacter(Place place) {
    return error(
        "NulCharacter", place, "the comment holds a NUL character, which PostgreSQL cannot keep");
  }

  // Columns

  static Problem withoutEffect(Place place, String annotation, String field, String reason) {
    return error(
        "WithoutEffect",
        place,
        "@" + annotation + " has no effect: field " + field + " is "
            + (reason.equals("@Ignore") ? "one to @Ignore" : reason),
        "remove one of them");
  }

  static Problem columnTwice(
      Place place, QualifiedName table, ColumnDraft first, ColumnDraft second) {
    String column = "column " + quoted(second.name()) + " of table \"" + table + "\" is ";
    boolean embedded = first.isEmbedded() || second.isEmbedded();
    return error(
        "ColumnTwice",
        place,
        embedded
            ? column + "both field " + first.field().path() + " and field "
                + second.field().path()
            : column + "field " + first.field().path() + " already",
        second
            .parting(first)
            .map(parting ->
                "other prefix: @Embedded(prefix = " + javaText(parting.otherPrefix()) + ")")
            .orElse("name another: @Column(name = "
                + javaText(second.nameIn(second.field().embedding()) + "2") + ")"));
  }

  static Problem embeddableUnmapped(Place place, String javaType, String field) {
    String simpleName = javaType.substring(javaType.lastIndexOf('.') + 1);
    return error(
        "TypeUnmapped",
        place,
        javaType + " has no PostgreSQL type; it is an @Embeddable",
        "embed it: @Embedded " + simpleName + " " + field,
        "one column: @Column(type = \"jsonb\")",
        LEAVE_OUT);
  }

  static Problem typeUnmapped(Place place, String javaType, String likely) {
    return error(
        "TypeUnmapped", place, javaType + " has no PostgreSQL type", nameOne(likely), LEAVE_OUT);
  }

  /** Of a class that can be changed. */
  static Problem typeUnmapped(Place place, TypeElement type) {
    String kind = type.getKind() == ElementKind.RECORD ? "record " : "class ";
    return error(
        "TypeUnmapped",
        place,
        type.getQualifiedName() + " has no PostgreSQL type",
        nameOne("jsonb"),
        "embed it: @Embedded, with @Embeddable on " + kind + type.getSimpleName(),
        LEAVE_OUT);
  }

  private static String nameOne(String likely) {
    return "name one: @Column(type = \"" + likely + "\")";
  }

  static Problem optionalField(Place place, String field, String argument) {
    return error(
        "OptionalField",
        place,
        "field " + field + " is Optional; a column that may be NULL needs none",
        "declare: " + argument + " " + field,
        LEAVE_OUT);
  }

  static Problem collectionUnmapped(Place place, String javaType) {
    return error(
        "TypeUnmapped",
        place,
        javaType + " has no PostgreSQL type; arrays, java.util.List and java.util.Set have",
        nameOne("jsonb"),
        LEAVE_OUT);
  }

  static Problem elementUnknown(Place place, String javaType) {
    return error(
        "TypeUnmapped",
        place,
        javaType + " has no PostgreSQL type unless it says of what",
        "say it: " + javaType + "<String>",
        nameOne("jsonb"),
        LEAVE_OUT);
  }

  static Problem enumEmpty(Place place, String javaType) {
    return error(
        "EnumEmpty",
        place,
        "enum " + javaType + " has no constants, so no row could be stored",
        LEAVE_OUT);
  }

  static Problem typeInvalid(Place place, String text) {
    return error(
        "TypeInvalid",
        place,
        quoted(text) + " is not the name of a PostgreSQL type",
        "name one: @Column(type = \"text\")");
  }

  static Problem typeSize(Place place, String text, String type, long most) {
    return error(
        "TypeModifier",
        place,
        quoted(text) + " is no type of PostgreSQL: " + type + " takes a number of 1 to " + most,
        "write: @Column(type = " + javaText(type + "(" + most + ")") + ")");
  }

  static Problem typeTwice(Place place, String attribute, String type) {
    return error(
        "TypeTwice",
        place,
        attribute + " means nothing beside type = " + quoted(type),
        "say it in the type: @Column(type = \"varchar(80)\")");
  }

  static Problem sizeMisplaced(Place place, String attribute, String type) {
    return error(
        "AttributeMisplaced",
        place,
        attribute + " means nothing for type " + type,
        "remove " + attribute);
  }

  static Problem scaleAlone(Place place) {
    return error(
        "ScaleAlone",
        place,
        "scale needs a precision",
        "write: @Column(precision = 12, scale = 2)");
  }

  static Problem outOfRange(Place place, String attribute, long number, long least, long most) {
    return error(
        "OutOfRange",
        place,
        attribute + " is " + number + "; it must be " + least + " to " + most,
        "write: " + attribute + " = " + (number < least ? least : most));
  }

  static Problem neverNull(Place place, String field, String reason) {
    return error(
        "NeverNull",
        place,
        "field " + field + " is " + reason + ", which is never NULL; it cannot be nullable",
        "remove nullable");
  }

  static Problem valueTwice(Place place, String what, String first) {
    return error(
        "ValueTwice",
        place,
        "the value of the column comes from " + first + "; it cannot have " + what + " too",
        "keep one of them");
  }

  static Problem defaultNotAnExpression(Place place, String text) {
    return error(
        "DefaultNotAnExpression",
        place,
        (text.isEmpty() ? "the default is empty" : "the default " + text + " is no SQL expression")
            + "; a text has quotes of its own",
        "write: defaultValue = \"'" + text + "'\"",
        "none at all: no defaultValue");
  }

  static Problem defaultNull(Place place) {
    return error(
        "DefaultNull",
        place,
        "the default NULL is what a column without a default has",
        "remove defaultValue");
  }

  // SQL

  static Problem sqlInvalid(Place place, String attribute, String sql, String fault) {
    return error(
        "SqlInvalid",
        place,
        attribute + " " + quoted(sql) + " is no SQL expression: " + fault,
        SqlSyntax.remedy(attribute, sql, fault));
  }

  // Columns that constraints and indexes name

  static Problem columnsMissing(Place place, String annotation) {
    return error(
        "ColumnsMissing",
        place,
        annotation + " names no column",
        "name one: " + annotation + "(columns = \"...\")");
  }

  static Problem columnUnknown(
      Place place, String written, QualifiedName table, List<String> columns) {
    String nearest = NearestName.of(SnakeCase.of(written), columns)
        .map(name -> "; did you mean " + quoted(name) + "?")
        .orElse("");
    return error(
        "ColumnUnknown",
        place,
        "table \"" + table + "\" has no column or field " + quoted(written) + nearest,
        "it has: " + listed(columns));
  }

  private static String listed(List<String> names) {
    String listed = String.join(", ", names);
    return listed.length() > 160 ? listed.substring(0, 160) + "..." : listed;
  }

  static Problem columnAmbiguous(Place place, String written, QualifiedName table) {
    return error(
        "ColumnAmbiguous",
        place,
        quoted(written) + " is one column of table \"" + table + "\" and the field of another",
        "rename the field");
  }

  /** A call, before what follows it, as an expression; empty for anything else. */
  private static String inParentheses(String text) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    boolean call = open > 0 && close > open && text.substring(0, open).strip().matches("[\\w.]+");
    String expression = call ? text.substring(0, close + 1).strip() : "";
    return call && SqlSyntax.fault(expression).isEmpty()
        ? "(" + expression + ")" + text.substring(close + 1)
        : "";
  }

  static Problem indexElementInvalid(Place place, String text) {
    String inParentheses = inParentheses(text);
    if (!inParentheses.isEmpty()) {
      return error(
          "IndexElementInvalid",
          place,
          quoted(text) + " is an expression, which stands in parentheses",
          "write: columns = " + javaText(inParentheses));
    }
    return error(
        "IndexElementInvalid",
        place,
        quoted(text) + " is no column and no expression of an index",
        "a column: columns = \"createdAt desc nulls last\"",
        "an expression: columns = \"(lower(email))\"");
  }

  static Problem parameterInvalid(Place place, String text) {
    return error(
        "ParameterInvalid",
        place,
        quoted(text) + " is no storage parameter",
        "write: with = \"fillfactor=70\"");
  }

  static Problem initiallyDeferredAlone(Place place) {
    return error(
        "InitiallyDeferredAlone",
        place,
        "initiallyDeferred needs deferrable",
        "write: deferrable = true, initiallyDeferred = true");
  }

  // Foreign keys

  static Problem referencesMissing(Place place, String field, TypeElement target) {
    return error(
        "ReferencesMissing",
        place,
        "field " + field + " is of table class " + target.getSimpleName()
            + " and does not say that it references it",
        "write: @References " + target.getSimpleName() + " " + field,
        LEAVE_OUT);
  }

  static Problem referenceClassMissing(Place place, String field) {
    return error(
        "ReferenceClassMissing",
        place,
        "@References at field " + field + " does not say which table it references",
        "write: @References(User.class)");
  }

  static Problem referenceNotClass(Place place, String type) {
    return error(
        "ReferenceNotTable", place, type + " is no @Table class", "write: @References(User.class)");
  }

  static Problem referenceNotTable(Place place, TypeElement target) {
    return error(
        "ReferenceNotTable",
        place,
        "class " + target.getQualifiedName() + " is no @Table",
        "write there: @Table");
  }

  static Problem referenceOutside(Place place, TypeElement target, String database) {
    return error(
        "ReferenceOutside",
        place,
        "table class " + target.getQualifiedName() + " belongs to another @Database, \"" + database
            + "\"",
        "keep the key without a foreign key: no @References");
  }

  static Problem referenceOutsideAll(Place place, TypeElement target) {
    return error(
        "ReferenceOutside",
        place,
        "table class " + target.getQualifiedName() + " belongs to no @Database",
        "keep the key without a foreign key: no @References");
  }

  static Problem referenceTwice(Place place, TypeElement named, TypeElement ownType) {
    return error(
        "ReferenceTwice",
        place,
        "the field is of table class " + ownType.getSimpleName() + " but references "
            + named.getSimpleName(),
        "write: @References");
  }

  static Problem referenceKeyMissing(Place place, TableDraft target) {
    return error(
        "ReferenceKeyMissing",
        place,
        "table class " + target.type().getSimpleName() + " has no @Id to reference",
        "name a unique column: column = \"...\"",
        "write there: @Id");
  }

  static Problem referenceKeyComposite(Place place, TableDraft target) {
    return error(
        "ReferenceKeyComposite",
        place,
        "the key of table class " + target.type().getSimpleName()
            + " has several columns; @References can only reference one",
        "write at the class: @ForeignKey(columns = {\"...\", \"...\"}, references = "
            + target.type().getSimpleName() + ".class)");
  }

  static Problem referenceCycle(Place place, TypeElement target, Element field) {
    return error(
        "ReferenceCycle",
        place,
        "the key of table class " + target.getSimpleName() + " leads back to itself at field "
            + field + ", so that it has no type",
        "give one of them a type: @References(" + target.getSimpleName() + ".class) Long "
            + field.getSimpleName());
  }
}
