package dev.lockstep.processor.model;

import static dev.lockstep.processor.problem.Problem.error;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.model.EnumConstants.Constant;
import dev.lockstep.processor.problem.NearestName;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;

/**
 * The wording of all that can be wrong with enum types, sequences, views, extensions and SQL
 * objects. In one piece for the reason that {@link ModelProblems} is.
 */
final class ObjectProblems {
  private static final int SHOWN = 160;

  private ObjectProblems() {}

  static Problem databaseMissing(Place place, String annotation, String packageName) {
    return packageName.isEmpty()
        ? error(
            "DatabaseMissing",
            place,
            "@" + annotation + " is in the unnamed package, and no class there is a @Database",
            "add a class: @Database class Model {}")
        : error(
            "DatabaseMissing",
            place,
            "@" + annotation + " belongs to no @Database: neither its package nor one above has it",
            "add package-info.java: @dev.lockstep.annotations.Database package " + packageName
                + ";");
  }

  static Problem objectTwice(Place place, ObjectKey object, String first) {
    return error(
        "ObjectTwice",
        place,
        object + " is declared already, by " + first,
        "name another: name = " + javaText(object.name().name() + "2"));
  }

  // Extensions

  static Problem extensionInvalid(Place place, String name) {
    return error(
        "ExtensionInvalid",
        place,
        quoted(name) + " is not the name of an extension",
        "name one: extensions = \"citext\"");
  }

  static Problem extensionTwice(Place place, String name) {
    return error(
        "ExtensionTwice", place, "extension " + quoted(name) + " is listed twice", "list it once");
  }

  // Enums

  static Problem enumTypeKind(Place place, TypeElement type) {
    return error(
        "EnumTypeKind",
        place,
        "@EnumType is for enums; " + type.getSimpleName() + " is " + kindOf(type),
        "remove it");
  }

  static Problem enumTypeEmpty(Place place, TypeElement javaEnum) {
    return error(
        "EnumEmpty",
        place,
        "enum " + javaEnum.getQualifiedName() + " has no constants, so no row could be stored",
        "give it one, or remove the annotation");
  }

  static Problem enumValueTwice(
      Place place, TypeElement javaEnum, Constant second, Constant first) {
    return error(
        "EnumValueTwice",
        place,
        "constants " + first.name() + " and " + second.name() + " of enum "
            + javaEnum.getQualifiedName() + " have one value, " + quoted(second.value()),
        "another value: @EnumValue(" + javaText(second.value() + "2") + ")");
  }

  static Problem enumValueInvalid(Place place, TypeElement javaEnum) {
    return error(
        "EnumValueInvalid",
        place,
        "a value of enum " + javaEnum.getQualifiedName()
            + " has a character that PostgreSQL cannot store");
  }

  static Problem enumRenameNeedsType(Place place, TypeElement javaEnum) {
    return error(
        "EnumRenameNeedsType",
        place,
        "renamedFrom has no effect: enum " + javaEnum.getQualifiedName()
            + " is kept as text, whose values are not renamed",
        "make it a PostgreSQL type before it is renamed: @EnumType",
        "keep the value: @EnumValue with the old one");
  }

  static Problem replacedValueKept(Place place, TypeElement javaEnum, String value) {
    return error(
        "ReplacedValueKept",
        place,
        quoted(value) + " is still a value of enum " + javaEnum.getQualifiedName()
            + ", so nothing can take its place",
        "remove the constant, or that replacement");
  }

  static Problem replacedValueTwice(Place place, TypeElement javaEnum, String value, String first) {
    return error(
        "ReplacedValueTwice",
        place,
        "value " + quoted(value) + " of enum " + javaEnum.getQualifiedName() + " is replaced by "
            + quoted(first) + " already",
        "keep one of them");
  }

  static Problem replacedByUnknown(
      Place place, TypeElement javaEnum, String by, String value, List<String> values) {
    return error(
        "ReplacedByUnknown",
        place,
        "enum " + javaEnum.getQualifiedName() + " has no value " + quoted(by)
            + " that could replace " + quoted(value) + nearest(by, values),
        "it has: " + shown(values));
  }

  // Sequences

  static Problem sequenceTypeInvalid(Place place, String type) {
    return error(
        "TypeInvalid",
        place,
        quoted(type) + " is not the name of a PostgreSQL type",
        "name one: type = \"bigint\"");
  }

  static Problem sequenceOwnerInvalid(Place place, String text) {
    return error(
        "SequenceOwnerInvalid",
        place,
        quoted(text) + " is not a table, a dot and a column",
        "write: ownedBy = \"invoice.number\"");
  }

  static Problem sequenceTableUnknown(Place place, String text, List<String> tables) {
    String table = text.substring(0, text.lastIndexOf('.'));
    return error(
        "SequenceOwnerUnknown",
        place,
        "there is no table " + quoted(table) + " whose column could own the sequence"
            + nearest(table, tables));
  }

  static Problem sequenceOwnerAmbiguous(Place place, String text) {
    return error(
        "SequenceOwnerInvalid",
        place,
        quoted(text) + " can be read as more than one column",
        "write: ownedBy = \"schema.table.column\"");
  }

  // Views

  static Problem viewKind(Place place, TypeElement type) {
    return error(
        "ViewKind",
        place,
        "@View is for classes and records; " + type.getSimpleName() + " is " + kindOf(type),
        "remove it");
  }

  static Problem viewIsTable(Place place, TypeElement type) {
    return error(
        "ViewIsTable",
        place,
        "class " + type.getSimpleName() + " is a @Table and a @View; it can be one of them",
        "remove one of them");
  }

  static Problem viewMember(Place place, String annotation, TypeElement view) {
    return error(
        "ViewMember",
        place,
        "@" + annotation + " has no effect: class " + view.getSimpleName()
            + " is a @View, whose columns are those of its query",
        "remove it");
  }

  static Problem queryInvalid(Place place, String view, String fault) {
    return error(
        "QueryInvalid",
        place,
        "the query of view " + quoted(view) + " cannot be one: " + fault,
        "write: query = \"SELECT ...\"");
  }

  static Problem indexOnView(Place place, String view) {
    return error(
        "IndexOnView",
        place,
        "view " + quoted(view) + " keeps no rows to index",
        "keep them: @View(materialized = true, ...)",
        "index its tables instead");
  }

  // SQL objects

  static Problem sqlObjectName(Place place) {
    return error(
        "SqlObjectName",
        place,
        "an SQL object needs a name, which messages and other objects call it by",
        "name it: name = \"touch_user\"");
  }

  static Problem sqlObjectInvalid(Place place, String attribute, String name, String fault) {
    return error(
        "SqlInvalid",
        place,
        attribute + " of SQL object " + quoted(name) + " is no SQL: " + fault,
        "write: " + attribute + " = \"...\"");
  }

  static Problem transactionControl(Place place, String attribute, String name, String words) {
    return error(
        "TransactionControl",
        place,
        attribute + " of SQL object " + quoted(name) + " ends or begins a transaction by itself: "
            + words,
        "remove that statement: a migration runs in one transaction, which Lockstep commits");
  }

  static Problem needUnknown(Place place, String name, String need, Collection<String> known) {
    return error(
        "NeedUnknown",
        place,
        "SQL object " + quoted(name) + " needs " + quoted(need) + ", which nothing here is called"
            + nearest(need, known.stream().filter(each -> !each.equals(name)).toList()),
        "what migrations do not make need not be named");
  }

  static Problem needsCycle(Place place, List<String> cycle) {
    String first = cycle.get(0);
    String next = cycle.size() > 1 ? cycle.get(1) : first;
    String way = cycle.size() > 2
        ? ", which leads back to it by way of " + quoted(cycle.get(cycle.size() - 1))
        : ", which needs it";
    return error(
        "NeedsCycle",
        place,
        cycle.size() == 1
            ? "SQL object " + quoted(first) + " needs itself"
            : "SQL object " + quoted(first) + " needs " + quoted(next) + way,
        "remove one of them");
  }

  private static String nearest(String misspelt, Collection<String> names) {
    return NearestName.of(misspelt, names)
        .map(name -> "; did you mean " + quoted(name) + "?")
        .orElse("");
  }

  private static String shown(List<String> names) {
    String joined = String.join(", ", names.stream().map(name -> quoted(name)).toList());
    return joined.length() > SHOWN ? joined.substring(0, SHOWN) + "..." : joined;
  }

  private static String kindOf(TypeElement type) {
    String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
  }
}
