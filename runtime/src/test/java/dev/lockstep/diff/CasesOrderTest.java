package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.unique;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In which order things come and go; the numbers are those of the README's list. */
final class CasesOrderTest {
  private static final Column ID = column("id", bigint()).notNull();

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  private static final Consumer<SchemaEditor> CIRCLE = s -> {
    s.createTable("a", ID, column("b_id", bigint()), primaryKey("a_pkey", "id"));
    s.createTable(
        "b",
        ID,
        column("a_id", bigint()),
        primaryKey("b_pkey", "id"),
        foreignKey("b_fkey", "a_id").references("a", "id"));
    s.addConstraint("a", foreignKey("a_fkey", "b_id").references("b", "id"));
  };

  @Test
  void case321And322CreateAndDropACircle() {
    PlannedChange.of(s -> {}, CIRCLE).becomes("""
            CREATE TABLE a ( id bigint NOT NULL, b_id bigint, CONSTRAINT a_pkey PRIMARY KEY (id) )
            CREATE TABLE b ( id bigint NOT NULL, a_id bigint, CONSTRAINT b_pkey PRIMARY KEY (id), CONSTRAINT b_fkey FOREIGN KEY (a_id) REFERENCES a (id) )
            ALTER TABLE a ADD CONSTRAINT a_fkey FOREIGN KEY (b_id) REFERENCES b (id)
            """).runs();
    PlannedChange.of(CIRCLE, s -> {}).becomes("""
            ALTER TABLE a DROP CONSTRAINT a_fkey
            ALTER TABLE b DROP CONSTRAINT b_fkey
            DROP TABLE a
            DROP TABLE b
            """).runs();
  }

  @Test
  void case323And327CreateAChainInItsOrder() {
    Consumer<SchemaEditor> chain = s -> {
      s.createTable("z", ID, primaryKey("z_pkey", "id"));
      s.createTable(
          "m", ID, primaryKey("m_pkey", "id"), foreignKey("m_fkey", "id").references("z", "id"));
      s.createTable("a", ID, foreignKey("a_fkey", "id").references("m", "id"));
    };
    PlannedChange.of(s -> {}, chain).becomes("""
            CREATE TABLE z ( id bigint NOT NULL, CONSTRAINT z_pkey PRIMARY KEY (id) )
            CREATE TABLE m ( id bigint NOT NULL, CONSTRAINT m_pkey PRIMARY KEY (id), CONSTRAINT m_fkey FOREIGN KEY (id) REFERENCES z (id) )
            CREATE TABLE a ( id bigint NOT NULL, CONSTRAINT a_fkey FOREIGN KEY (id) REFERENCES m (id) )
            """);
    PlannedChange.of(chain, s -> {}).becomes("""
            ALTER TABLE a DROP CONSTRAINT a_fkey
            ALTER TABLE m DROP CONSTRAINT m_fkey
            DROP TABLE a
            DROP TABLE m
            DROP TABLE z
            """).runs();
  }

  @Test
  void case319And325And326ComeAndGoInTheirOrder() {
    Consumer<SchemaEditor> p = s -> s.createTable("p", ID, primaryKey("p_pkey", "id"));
    Consumer<SchemaEditor> with = p.andThen(s -> {
      s.createTable(
          "t",
          ID,
          column("p_id", bigint()),
          unique("t_key", "p_id"),
          foreignKey("t_fkey", "p_id").references("p", "id"));
      s.createIndex("t", index("t_idx", "p_id"));
    });
    PlannedChange.of(p.andThen(t(ID)), with).becomes("""
            ALTER TABLE t ADD COLUMN p_id bigint
            ALTER TABLE t ADD CONSTRAINT t_key UNIQUE (p_id)
            CREATE INDEX t_idx ON t (p_id)
            ALTER TABLE t ADD CONSTRAINT t_fkey FOREIGN KEY (p_id) REFERENCES p (id)
            """).runs("INSERT INTO t VALUES (1)");
    PlannedChange.of(with, p.andThen(t(ID))).becomes("""
            ALTER TABLE t DROP CONSTRAINT t_fkey
            ALTER TABLE t DROP CONSTRAINT t_key
            DROP INDEX t_idx
            ALTER TABLE t DROP COLUMN p_id
            """);
    PlannedChange.of(
            t(ID, primaryKey("k", "id")),
            t(column("no", bigint()).notNull(), primaryKey("k", "no")))
        .backfill("t", "no", "1")
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT k
            ALTER TABLE t DROP COLUMN id
            ALTER TABLE t ADD COLUMN no bigint
            UPDATE t SET no = (1) WHERE no IS NULL
            ALTER TABLE t ALTER COLUMN no SET NOT NULL
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (no)
            """)
        .runs("INSERT INTO t VALUES (1)");
  }
}
