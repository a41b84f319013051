package dev.lockstep.engine;

import static dev.lockstep.engine.ScriptText.terminated;
import static dev.lockstep.engine.ScriptText.where;
import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;

/** What {@link IndexBuild} does, as a script for psql. */
record IndexScript(PostgresDdl ddl, CreateIndexConcurrently operation) {
  String text() {
    String index = "pg_catalog.to_regclass(" + literal(name()) + ")";
    String invalid = "EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indexrelid = " + index
        + " AND i.indrelid = " + literal(ddl.name(operation.table()))
        + "::pg_catalog.regclass AND NOT i.indisvalid)";
    return patient(where(invalid, "DROP INDEX CONCURRENTLY " + name() + ";\n")
        + where(index + " IS NOT NULL", requireOwn())
        + where(index + " IS NULL", terminated(ddl.sql(operation))));
  }

  /** It blocks nobody while it waits. */
  static String patient(String statements) {
    return "SET lock_timeout = '0';\n" + statements + "RESET lock_timeout;\n";
  }

  /** The same index on an empty table with the same columns shows what is wanted. */
  private String requireOwn() {
    String table = operation.table().name();
    PostgresDdl temporary = ddl.inSchema("pg_temp");
    String wanted = temporary.name(QualifiedName.of(operation.index().name()));
    String same = "(SELECT pg_catalog.count(DISTINCT (i.indisunique, pg_catalog.substr(d.text,"
        + " pg_catalog.strpos(d.text, d.before) + pg_catalog.length(d.before)))) = 1"
        + " FROM pg_catalog.pg_index AS i"
        + " JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid"
        + " CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid), '.' ||"
        + " pg_catalog.quote_ident(t.relname) || ' USING ') AS d (text, before)"
        + " WHERE i.indexrelid IN (" + literal(name()) + "::pg_catalog.regclass, " + literal(wanted)
        + "::pg_catalog.regclass))";
    return "BEGIN;\n"
        + terminated("CREATE TEMPORARY TABLE " + quote(table) + " (LIKE "
            + ddl.name(operation.table()) + ")")
        + terminated(temporary.sql(new CreateIndex(QualifiedName.of(table), operation.index())))
        + terminated(HistoryGuard.require(
            same, "an index " + name() + " is there that this migration did not make"))
        + "ROLLBACK;\n";
  }

  private String name() {
    return ddl.name(operation.table().sibling(operation.index().name()));
  }
}
