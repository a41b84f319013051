package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;

import dev.lockstep.SchemaEditor;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.TableElement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes of keys and checks become; the numbers are those of the README's list. */
final class CasesConstraintsTest {
  private static final Column A = column("a", integer()).notNull();
  private static final Column B = column("b", integer()).notNull();

  private static Consumer<SchemaEditor> t(TableElement... elements) {
    return schema -> schema.createTable("t", elements);
  }

  @Test
  void case197And199ChangeAPrimaryKey() {
    PlannedChange.of(t(A, B), t(A, B, primaryKey("k", "a"))).becomes("""
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a)
            """).runs();
    PlannedChange.of(t(A, B, primaryKey("k", "a")), t(A, B, primaryKey("k", "b")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT k
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (b)
            """)
        .runs("INSERT INTO t VALUES (1, 2)");
  }

  @Test
  void case201AddsAColumnThenTheKeyWithIt() {
    PlannedChange.of(
            t(A, primaryKey("k", "a")), t(A, B.defaultValue("0"), primaryKey("k", "a", "b")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT k
            ALTER TABLE t ADD COLUMN b integer NOT NULL DEFAULT 0
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b)
            """)
        .runs("INSERT INTO t VALUES (1)");
  }

  @Test
  void case205And214And227And245RenameConstraints() {
    PlannedChange.of(
            t(
                A,
                B,
                primaryKey("k", "a"),
                unique("u", "b"),
                foreignKey("f", "b").references("t", "a"),
                check("c", "b > 0")),
            t(
                A,
                B,
                primaryKey("k2", "a"),
                unique("u2", "b"),
                foreignKey("f2", "b").references("t", "a"),
                check("c2", "b > 0")))
        .becomes("""
            ALTER TABLE t RENAME CONSTRAINT c TO c2
            ALTER TABLE t RENAME CONSTRAINT f TO f2
            ALTER TABLE t RENAME CONSTRAINT k TO k2
            ALTER TABLE t RENAME CONSTRAINT u TO u2
            """)
        .runs("INSERT INTO t VALUES (1, 1)");
  }

  @Test
  void case206PairsTheColumnsOfAForeignKey() {
    Consumer<SchemaEditor> keyed = s -> {
      s.createTable("t", A, B, primaryKey("k", "b", "a"));
      s.createTable("u", A, B, foreignKey("f", "a", "b").references("t", "a", "b"));
    };
    PlannedChange.of(s -> {}, keyed).becomes("""
            CREATE TABLE t ( a integer NOT NULL, b integer NOT NULL, CONSTRAINT k PRIMARY KEY (b, a) )
            CREATE TABLE u ( a integer NOT NULL, b integer NOT NULL, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES t (a, b) )
            """).runs();
    PlannedChange.of(keyed, keyed).isNone();
  }

  @Test
  void case207MovesAKeyToAColumnWithAForeignKey() {
    Consumer<SchemaEditor> other = s -> s.createTable("o", A, primaryKey("o_pkey", "a"));
    PlannedChange.of(
            other.andThen(t(A, B, primaryKey("k", "a"), foreignKey("f", "b").references("o", "a"))),
            other.andThen(t(B, primaryKey("k", "b"), foreignKey("f", "b").references("o", "a"))))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT k
            ALTER TABLE t DROP COLUMN a
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (b)
            """)
        .runs("INSERT INTO o VALUES (2)", "INSERT INTO t VALUES (1, 2)");
  }

  @Test
  void case209TurnsAKeyIntoOneWithoutOverlaps() {
    Column during = column("during", type("daterange")).notNull();
    Consumer<SchemaEditor> gist = s -> s.createExtension("btree_gist");
    PlannedChange.of(
            t(A, during, unique("u", "a", "during")),
            gist.andThen(t(A, during, unique("u", "a", "during").notOverlapping())))
        .becomes("""
            CREATE EXTENSION btree_gist
            ALTER TABLE t DROP CONSTRAINT u
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, during WITHOUT OVERLAPS)
            """)
        .runsOnNewest("INSERT INTO t VALUES (1, '[2020-01-01,2020-02-01)')");
  }

  @Test
  void case211And213And217And218And222ChangeAUniqueConstraint() {
    Consumer<SchemaEditor> none = t(A, B);
    PlannedChange.of(none, t(A, B, unique("u", "a"))).becomes("""
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)
            """);
    PlannedChange.of(t(A, B, unique("u", "a")), t(B)).becomes("""
            ALTER TABLE t DROP CONSTRAINT u
            ALTER TABLE t DROP COLUMN a
            """);
    PlannedChange.of(t(A, B, unique("u", "a")), t(A, B, unique("u", "a").nullsNotDistinct()))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT u
            ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a)
            """)
        .runsOnNewest();
    PlannedChange.of(t(A, B, unique("u", "a")), t(A, B, unique("u", "b"))).becomes("""
            ALTER TABLE t DROP CONSTRAINT u
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (b)
            """);
    PlannedChange.of(t(A, B, unique("u", "a")), t(A, B, unique("u", "a").deferrable()))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT u
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) DEFERRABLE
            """)
        .runs();
  }

  @Test
  void case215DropsOneRenamesOneAndAddsOne() {
    PlannedChange.of(
            t(A, B, unique("u", "a"), unique("v", "b")),
            t(A, B, unique("w", "a"), unique("x", "a", "b")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT v
            ALTER TABLE t RENAME CONSTRAINT u TO w
            ALTER TABLE t ADD CONSTRAINT x UNIQUE (a, b)
            """);
  }

  private static Consumer<SchemaEditor> family(ForeignKey key) {
    return s -> {
      s.createTable("p", A, unique("p_key", "a"));
      s.createTable("t", A, B.defaultValue("0"), key);
    };
  }

  @Test
  void case221And223And226AddAndDropAForeignKeyWithoutAnIndex() {
    ForeignKey key = foreignKey("f", "b").references("p", "a");
    PlannedChange.of(s -> {}, family(key)).becomes("""
            CREATE TABLE p ( a integer NOT NULL, CONSTRAINT p_key UNIQUE (a) )
            CREATE TABLE t ( a integer NOT NULL, b integer NOT NULL DEFAULT 0, CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a) )
            """).runs();
    Consumer<SchemaEditor> none = s -> {
      s.createTable("p", A, unique("p_key", "a"));
      s.createTable("t", A, B.defaultValue("0"));
    };
    PlannedChange.of(none, family(key)).becomes("""
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a)
            """);
    PlannedChange.of(family(key), none).becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            """);
  }

  @Test
  void case225And231And233WriteActionsAndDeferral() {
    ForeignKey key = foreignKey("f", "b").references("p", "a");
    PlannedChange.of(
            family(key),
            family(key.onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.RESTRICT)))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a) ON DELETE CASCADE ON UPDATE RESTRICT
            """);
    PlannedChange.of(
            family(key.onDelete(ReferentialAction.SET_DEFAULT)),
            family(key.onDelete(ReferentialAction.SET_NULL)))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a) ON DELETE SET NULL
            """);
    PlannedChange.of(family(key), family(key.initiallyDeferred())).becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a) DEFERRABLE INITIALLY DEFERRED
            """);
    PlannedChange.of(family(key.initiallyDeferred()), family(key.deferrable()))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a) DEFERRABLE
            """)
        .runs();
    PlannedChange.of(family(key.deferrable()), family(key)).becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (a)
            """);
  }

  @Test
  void case229And230GiveAForeignKeyAnotherTarget() {
    Consumer<SchemaEditor> targets = s -> {
      s.createTable("p", A, B, unique("p_a", "a"), unique("p_b", "b"));
      s.createTable("q", A, unique("q_a", "a"));
    };
    PlannedChange.of(
            targets.andThen(t(A, foreignKey("f", "a").references("p", "a"))),
            targets.andThen(t(A, foreignKey("f", "a").references("q", "a"))))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES q (a)
            """);
    PlannedChange.of(
            targets.andThen(t(A, foreignKey("f", "a").references("p", "a"))),
            targets.andThen(t(A, foreignKey("f", "a").references("p", "b"))))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT f
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (b)
            """)
        .runs();
  }

  @Test
  void case235AndTheKeyInAnotherOrderRepeatNothing() {
    Consumer<SchemaEditor> keyed = s -> {
      s.createTable("p", A, B, unique("p_key", "a", "b"));
      s.createTable("t", A, B, foreignKey("f", "b", "a").references("p", "b", "a"));
    };
    PlannedChange.of(s -> {}, keyed).becomes("""
            CREATE TABLE p ( a integer NOT NULL, b integer NOT NULL, CONSTRAINT p_key UNIQUE (a, b) )
            CREATE TABLE t ( a integer NOT NULL, b integer NOT NULL, CONSTRAINT f FOREIGN KEY (b, a) REFERENCES p (b, a) )
            """).runs();
    PlannedChange.of(keyed, keyed).isNone();
  }

  @Test
  void case237And239AddAForeignKeyAfterTheKeyThatItNeeds() {
    PlannedChange.of(s -> s.createTable("p", A), s -> {
          s.createTable("p", A, unique("p_key", "a"));
          s.createTable("t", A, foreignKey("f", "a").references("p", "a"));
        })
        .becomes("""
            CREATE TABLE t ( a integer NOT NULL )
            ALTER TABLE p ADD CONSTRAINT p_key UNIQUE (a)
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (a)
            """)
        .runs();
    PlannedChange.of(
            s -> {}, t(A, B, primaryKey("k", "a"), foreignKey("f", "b").references("t", "a")))
        .becomes("""
            CREATE TABLE t ( a integer NOT NULL, b integer NOT NULL, CONSTRAINT k PRIMARY KEY (a), CONSTRAINT f FOREIGN KEY (b) REFERENCES t (a) )
            """);
  }

  @Test
  void case238RenamesBothEndsOfAForeignKey() {
    PlannedChange.of(
            s -> {
              s.createTable("p", A, primaryKey("k", "a"));
              s.createTable("t", B, foreignKey("f", "b").references("p", "a"));
            },
            s -> {
              s.createTable("p", column("x", integer()).notNull(), primaryKey("k", "x"));
              s.createTable(
                  "t", column("y", integer()).notNull(), foreignKey("f", "y").references("p", "x"));
            })
        .column("p", "x", "a")
        .column("t", "y", "b")
        .becomes("""
            ALTER TABLE p RENAME COLUMN a TO x
            ALTER TABLE t RENAME COLUMN b TO y
            """)
        .runs("INSERT INTO p VALUES (1)", "INSERT INTO t VALUES (1)");
  }

  @Test
  void case241DropsAForeignKeyByItsTable() {
    Consumer<SchemaEditor> p = s -> s.createTable("p", A, primaryKey("k", "a"));
    ForeignKey key = foreignKey("f", "a").references("p", "a");
    PlannedChange.of(
            p.andThen(t(A, key)).andThen(s -> s.createTable("u", A, key)),
            p.andThen(t(A, key)).andThen(s -> s.createTable("u", A)))
        .becomes("""
            ALTER TABLE u DROP CONSTRAINT f
            """);
  }

  @Test
  void case242And243And246And249ChangeChecks() {
    PlannedChange.of(t(A), t(A, B.defaultValue("1"), check("c", "b > 0")))
        .becomes("""
            ALTER TABLE t ADD COLUMN b integer NOT NULL DEFAULT 1
            ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0)
            """)
        .runs("INSERT INTO t VALUES (1)");
    PlannedChange.of(t(A, check("c", "a > 0")), t(A)).becomes("""
            ALTER TABLE t DROP CONSTRAINT c
            """);
    PlannedChange.of(
            t(A, check("c", "a > 0"), check("d", "a > 1"), check("e", "a > 2")),
            t(A, check("c", "a > 0"), check("d2", "a > 1"), check("e", "a > 3")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT e
            ALTER TABLE t RENAME CONSTRAINT d TO d2
            ALTER TABLE t ADD CONSTRAINT e CHECK (a > 3)
            """);
    PlannedChange.of(
            t(column("s", text()), check("c", "s IN ('A')")),
            t(column("s", text()), check("c", "s IN ('A', 'B')")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT c
            ALTER TABLE t ADD CONSTRAINT c CHECK (s IN ('A', 'B'))
            """);
  }

  @Test
  void case251ChangesAnExclusion() {
    Column during = column("during", type("int4range"));
    Consumer<SchemaEditor> overlaps = t(during, exclude("x", "gist", "during with &&"));
    PlannedChange.of(t(during), overlaps).becomes("""
            ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (during WITH &&)
            """).runs("INSERT INTO t VALUES ('[1,2)')");
    PlannedChange.of(overlaps, overlaps).isNone();
    PlannedChange.of(
            overlaps,
            t(during, exclude("x", "gist", "during with &&").where("NOT isempty(during)")))
        .becomes("""
            ALTER TABLE t DROP CONSTRAINT x
            ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (during WITH &&) WHERE (NOT isempty(during))
            """)
        .runs();
  }
}
