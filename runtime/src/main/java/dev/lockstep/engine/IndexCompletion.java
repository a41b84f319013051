package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.engine.Step.OutsideWork;
import dev.lockstep.engine.Step.StepRefusedException;
import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The last ALTER INDEX ATTACH PARTITION of an index: partitions that nobody declared, which a job
 * may make, get their parts too, and the index is valid after it. Can be cut anywhere.
 */
record IndexCompletion(PostgresDdl ddl, AttachIndex operation) implements OutsideWork {
  private static final String MISSING = """
      WITH root AS (
        SELECT i.indexrelid, i.indrelid, i.indisunique, x.relname,
          pg_catalog.substr(d.text, pg_catalog.strpos(d.text, d.before)
            + pg_catalog.length(d.before) - 7) AS definition
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
        JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
        CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid),
          '.' || pg_catalog.quote_ident(t.relname) || ' USING ') AS d (text, before)
        WHERE i.indexrelid = pg_catalog.to_regclass(%s)
      ), part AS (
        SELECT p.indexrelid, p.indrelid
        FROM root
        CROSS JOIN LATERAL pg_catalog.pg_partition_tree(root.indexrelid) AS t
        JOIN pg_catalog.pg_index AS p ON p.indexrelid = t.relid
      )
      SELECT n.nspname AS schema, c.relname AS partition, c.relkind = 'p' AS partitioned,
        pn.nspname AS parent_schema, pc.relname AS parent, root.relname AS root,
        root.definition, root.indisunique AS is_unique
      FROM root
      CROSS JOIN LATERAL pg_catalog.pg_partition_tree(root.indrelid) AS t
      JOIN pg_catalog.pg_class AS c ON c.oid = t.relid
      JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      JOIN part AS above ON above.indrelid = t.parentrelid
      JOIN pg_catalog.pg_class AS pc ON pc.oid = above.indexrelid
      JOIN pg_catalog.pg_namespace AS pn ON pn.oid = pc.relnamespace
      WHERE c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM part WHERE part.indrelid = t.relid)
      ORDER BY t.level, n.nspname, c.relname
      LIMIT 1""";

  /**
   * A partition without a part of the index, under a table that has one.
   *
   * @param schema quoted, as all here
   * @param partition its name
   * @param parent the part that its table has, qualified
   * @param part name for its own
   * @param definition of that, from the method on
   */
  private record Missing(
      String schema,
      String partition,
      boolean partitioned,
      String parent,
      String part,
      String definition,
      boolean unique) {
    String qualifiedPart() {
      return schema + "." + part;
    }

    String create() {
      return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX "
          + (partitioned ? part + " ON ONLY " : "CONCURRENTLY " + part + " ON ") + schema + "."
          + partition + definition;
    }
  }

  @Override
  public void run(Session session, TransactionSettings settings) throws SQLException {
    String own = ddl.name(operation.index().sibling(operation.part()));
    if (isApart(session, own)) {
      attach(session, settings, name(), own);
    }
    for (Optional<Missing> next = missing(session); next.isPresent(); next = missing(session)) {
      build(session, next.get());
      attach(session, settings, next.get().parent(), next.get().qualifiedPart());
    }
    if (FoundIndex.find(session, name()).filter(FoundIndex::valid).isEmpty()) {
      throw new StepRefusedException("index " + name() + " is not valid with all its parts");
    }
  }

  private boolean isApart(Session session, String part) throws SQLException {
    return session
        .query(
            "SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid ="
                + " pg_catalog.to_regclass(" + literal(part) + "))",
            row -> row.getBoolean(1))
        .get(0);
  }

  private void build(Session session, Missing missing) throws SQLException {
    Optional<FoundIndex> found = FoundIndex.find(session, missing.qualifiedPart());
    if (found.isPresent() && (found.get().valid() || missing.partitioned())) {
      return;
    }
    if (found.isPresent()) {
      session.execute("DROP INDEX CONCURRENTLY " + missing.qualifiedPart());
    }
    session.execute(missing.create());
  }

  /** It locks the part, which readers of the partition lock too. */
  private static void attach(
      Session session, TransactionSettings settings, String index, String part)
      throws SQLException {
    session.inTransaction(() -> {
      session.execute("SET LOCAL lock_timeout = " + settings.lockTimeout().toMillis());
      session.execute("ALTER INDEX " + index + " ATTACH PARTITION " + part);
    });
  }

  /** The first from the top. */
  private Optional<Missing> missing(Session session) throws SQLException {
    return session.query(MISSING.formatted(literal(name())), IndexCompletion::read).stream()
        .findFirst();
  }

  private static Missing read(java.sql.ResultSet row) throws SQLException {
    String partition = row.getString("partition");
    return new Missing(
        quote(row.getString("schema")),
        quote(partition),
        row.getBoolean("partitioned"),
        quote(row.getString("parent_schema")) + "." + quote(row.getString("parent")),
        quote(TemporaryName.cut(partition + "_" + row.getString("root"))),
        row.getString("definition"),
        row.getBoolean("is_unique"));
  }

  @Override
  public String script() {
    String attached = "EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid ="
        + " pg_catalog.to_regclass("
        + literal(ddl.name(operation.index().sibling(operation.part()))) + "))";
    return ScriptText.where("NOT " + attached, ScriptText.terminated(ddl.sql(operation)))
        + ScriptText.terminated(HistoryGuard.require(
            "(SELECT i.indisvalid FROM pg_catalog.pg_index AS i WHERE i.indexrelid = "
                + literal(name()) + "::pg_catalog.regclass)",
            "index " + name() + " is not valid: a partition that the migration does not name"
                + " has no part of it"));
  }

  private String name() {
    return ddl.name(operation.index());
  }
}
