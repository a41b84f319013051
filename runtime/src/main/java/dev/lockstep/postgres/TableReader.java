package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables: what is said of each as a whole, and its members. */
final class TableReader {
  private static final String TABLES = """
      SELECT c.oid, n.nspname, c.relname, m.description, c.relpersistence, c.reloptions,
        toast.reloptions, s.spcname, CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_description m ON m.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND m.objoid = c.oid AND m.objsubid = 0
      LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
      LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
      WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'lockstep_history'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
      """;

  private TableReader() {}

  /** By oid, without members. */
  static Map<Long, Table> bare(CatalogQuery query) throws SQLException {
    Map<Long, Table> bare = new LinkedHashMap<>();
    query.forEachRelation(
        TABLES,
        row -> bare.put(
            row.number(1),
            Table.of(query.name(row.text(2), row.text(3)))
                .withComment(row.text(4))
                .withOptions(options(row))
                .withPartitioning(PartitionReader.partitioning(row.text(9)))));
    return bare;
  }

  private static TableOptions options(Row row) throws SQLException {
    return new TableOptions(
        Parameters.of(row.texts(6), row.texts(7)), row.text(5).equals("u"), row.text(8));
  }

  /** The tables with their members. */
  static SortedMap<QualifiedName, Table> whole(
      CatalogQuery query, Map<Long, Table> bare, IndexReader.Indexes indexes) throws SQLException {
    Collection<Long> ids = bare.keySet();
    var partitions = PartitionReader.read(query, ids);
    var columns = ColumnReader.read(query, ids);
    var constraints = ConstraintReader.read(query, ids, indexes.exclusions());
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    bare.forEach((id, table) -> tables.put(
        table.name(),
        table
            .withPartitioning(
                table.partitioning() == null
                    ? null
                    : table
                        .partitioning()
                        .withPartitions(NamedList.of(partitions.getOrDefault(id, List.of()))))
            .withColumns(NamedList.of(columns.getOrDefault(id, List.of())))
            .withConstraints(NamedList.of(constraints.getOrDefault(id, List.of())))
            .withIndexes(indexes.of(id))));
    return tables;
  }
}
