package dev.lockstep.postgres;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is beside tables. */
final class ObjectDdl {
  private ObjectDdl() {}

  /** The word of SQL for the kind: an enum is a TYPE. */
  static String word(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION -> "EXTENSION";
      case ENUM -> "TYPE";
      case SEQUENCE -> "SEQUENCE";
      case VIEW -> "VIEW";
      case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
      case SQL_OBJECT -> throw new IllegalArgumentException("an SQL object is of no kind");
    };
  }

  static String alter(ObjectKey object, DdlTarget target) {
    return "ALTER " + word(object.kind()) + " " + target.name(object.name()) + " ";
  }

  static String create(SchemaObject object, DdlTarget target) {
    if (object instanceof Extension extension) {
      return create(extension);
    }
    if (object instanceof EnumType type) {
      return "CREATE TYPE " + target.name(type.name()) + " AS ENUM "
          + type.values().stream()
              .map(SqlText::literal)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    if (object instanceof Sequence sequence) {
      return SequenceDdl.create(sequence, target);
    }
    if (object instanceof View view) {
      return create(view, target);
    }
    return ((SqlObject) object).create();
  }

  private static String create(View view, DdlTarget target) {
    requireOptions(view.name(), view.with(), target);
    return "CREATE " + word(view.kind()) + " " + target.name(view.name())
        + TableDdl.with(view.with()) + " AS\n" + view.query().text();
  }

  static void requireOptions(QualifiedName view, Map<String, String> options, DdlTarget target) {
    if (options.containsKey("security_invoker")) {
      target.require("security_invoker of view \"" + view + "\"", 15);
    }
  }

  /**
   * Extensions belong to the database, not to one schema: one that is there is good. Where it does
   * not bring a schema of its own it goes to {@code public}, so that all schemas see it.
   */
  private static String create(Extension extension) {
    String name = extension.name().name();
    return PostgresDdl.doBlock("""
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = %1$s) THEN
            IF EXISTS (SELECT FROM pg_catalog.pg_available_extension_versions WHERE name = %1$s AND schema IS NOT NULL) THEN
              CREATE EXTENSION %2$s;
            ELSE
              CREATE EXTENSION %2$s WITH SCHEMA public;
            END IF;
          END IF;
        END
        """.formatted(SqlText.literal(name), SqlText.quote(name)));
  }

  /** What is not ours keeps an extension alive, as does another owner. */
  static String drop(ObjectKey object, DdlTarget target) {
    if (object.kind() != ObjectKind.EXTENSION) {
      return "DROP " + word(object.kind()) + " " + target.name(object.name());
    }
    return PostgresDdl.doBlock("""
        BEGIN
          DROP EXTENSION IF EXISTS %s;
        EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN
          NULL;
        END
        """.formatted(SqlText.quote(object.name().name())));
  }
}
