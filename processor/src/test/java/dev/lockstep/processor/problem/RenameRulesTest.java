package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.enumType;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Table;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenameRulesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("renames")
  void judgesEachRename(String what, Model before, Model after, String expected) {
    RenameCheck check = RenameRules.check(before.recorded(), after.declared());
    assertEquals(expected, Model.text(check.problems()) + kept(check.hints()));
  }

  /** A model may keep its hints when it is made for a new database. */
  @Test
  void warnsBeforeTheFirstMigration() {
    Model model = Model.of(table("t", column("b", bigint())))
        .renamed("t", "s")
        .renamed("t", "b", "a")
        .with(enumType("state", "NEW", "DONE"), view("v", "SELECT 1"))
        .renamed(ObjectKind.VIEW, "v", "x.w")
        .renamedValue("state", "DONE", "READY")
        .replaced("state", "OLD", "NEW");
    RenameCheck check = RenameRules.check(Snapshot.EMPTY, model.declared());
    assertEquals("""
        WARNING t@renamedFrom: [lockstep:RenameDone] renamedFrom = "s" of table "t" has nothing to rename yet and can go
        WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has nothing to rename yet and can go
        WARNING ENUM state.DONE: [lockstep:RenameDone] renamedFrom = "READY" of value "DONE" of enum "state" has nothing to rename yet and can go
        WARNING ENUM state@replaced: [lockstep:ReplacementDone] the replacement of value "OLD" of enum "state" has nothing to replace yet and can go
        WARNING VIEW v@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.w" of view "v" has nothing to rename yet and can go
        """, Model.text(check.problems()));
    assertEquals(DiffHints.NONE, check.hints());
  }

  @Test
  void namesTheSchemaOfAnEarlyRename() {
    Model model = Model.of(table("t", column("b", bigint()))).renamed("t", "x.u");
    assertEquals(
        """
        WARNING t@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.u" of table "t" has nothing to rename yet and can go
        """, Model.text(RenameRules.check(Snapshot.EMPTY, model.declared()).problems()));
  }

  @Test
  void doesNotHideWhatIsNewBehindAnEarlyRename() {
    Model model =
        Model.of(table("t", column("b", bigint()))).renamed("t", "s").renamed("t", "b", "a");
    assertEquals("""
        WARNING t@renamedFrom: [lockstep:RenameDone] renamedFrom = "s" of table "t" has nothing to rename yet and can go
        WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has nothing to rename yet and can go
        ERROR t: [lockstep:TableAdded] table "t" is not migrated yet
            migrate: mvn compile -Dlockstep.migrate="Initial migration"
        """, Model.text(model.problems(Snapshot.EMPTY, Model.CHECK)));
  }

  /** What the differ gets to see, as {@code new <- old}. */
  private static String kept(DiffHints hints) {
    StringBuilder kept = new StringBuilder();
    new TreeMap<>(hints.renamedTables())
        .forEach((table, old) -> kept.append(table + " <- " + old + "\n"));
    hints.renamedColumns().entrySet().stream()
        .map(hint -> hint.getKey().table() + "." + hint.getKey().name() + " <- " + hint.getValue())
        .sorted()
        .forEach(line -> kept.append(line + "\n"));
    return kept.toString();
  }

  static Stream<Arguments> renames() {
    return Stream.of(
        row("a column", t("a"), t("b").renamed("t", "b", "a"), """
            t.b <- a
            """),
        row("a column, done", t("b"), t("b").renamed("t", "b", "a"), """
            WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has done its work and can go
            """),
        row("a column from itself", t("a"), t("a").renamed("t", "a", "a"), """
            WARNING t.a@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "a" of table "t" changes nothing and can go
            """),
        row(
            "a column with two letters swapped",
            t("map", "name"),
            t("map", "title").renamed("t", "title", "nmae"),
            """
            ERROR t.title@renamedFrom: [lockstep:RenameUnknown] table "t" never had a column "nmae"; did you mean "name"?
            """),
        row(
            "a column that is misspelt",
            Model.of(named("customer", "telephone")),
            Model.of(named("customer", "phone")).renamed("customer", "phone", "telefon"),
            """
            ERROR customer.phone@renamedFrom: [lockstep:RenameUnknown] table "customer" never had a column "telefon"; did you mean "telephone"?
            """),
        row(
            "a column that never was, while others went",
            t("fax", "pager"),
            t("b").renamed("t", "b", "telephone"),
            """
            ERROR t.b@renamedFrom: [lockstep:RenameUnknown] table "t" never had a column "telephone"
                renamed: @Column(renamedFrom = "fax") or @Column(renamedFrom = "pager")
                not renamed: remove renamedFrom = "telephone"
            """),
        row(
            "a column that never was, while none went",
            t("a"),
            t("a", "b").renamed("t", "b", "x"),
            """
            ERROR t.b@renamedFrom: [lockstep:RenameUnknown] table "t" never had a column "x"
                not renamed: remove renamedFrom = "x"
            """),
        row(
            "a column of a new table",
            t("a"),
            Model.of(named("t", "a"), named("u", "b")).renamed("u", "b", "a"),
            """
            ERROR u.b@renamedFrom: [lockstep:RenameUnknown] table "u" is new and never had a column "a"
                not renamed: remove renamedFrom = "a"
            """),
        row(
            "two columns from one",
            t("a"),
            t("b", "c").renamed("t", "b", "a").renamed("t", "c", "a"),
            """
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", and so is column "c"
                not renamed: remove renamedFrom = "a"
            ERROR t.c@renamedFrom: [lockstep:RenameConflict] column "c" of table "t" is renamed from "a", and so is column "b"
                not renamed: remove renamedFrom = "a"
            """),
        row("a column that is still there", t("a"), t("a", "b").renamed("t", "b", "a"), """
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", which the model still has
                not renamed: remove renamedFrom = "a"
                in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename a to b"
                then bring it with no rename left: mvn compile -Dlockstep.migrate="Add a"
            """),
        row(
            "a column that takes the place of another",
            t("a", "b"),
            t("b").renamed("t", "b", "a"),
            """
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", but both are recorded
                not renamed: remove renamedFrom = "a"
                drop the old b first, here @Column(name = "a"): mvn compile -Dlockstep.migrate="Drop b" -Dlockstep.accept=data-loss:t.b
                then @Column(name = "b", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b"
            """),
        row(
            "a column that stands beside its old name",
            t("a", "b"),
            t("a", "b").renamed("t", "b", "a"),
            """
            WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" changes nothing and can go
            """),
        row("a chain", t("a", "b"), t("b", "c").renamed("t", "b", "a").renamed("t", "c", "b"), """
            t.b <- a
            t.c <- b
            """),
        row(
            "a chain, done",
            t("b", "c"),
            t("b", "c").renamed("t", "b", "a").renamed("t", "c", "b"),
            """
            WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has done its work and can go
            WARNING t.c@renamedFrom: [lockstep:RenameDone] renamedFrom = "b" of column "c" of table "t" changes nothing and can go
            """),
        row(
            "a chain that starts at what stays",
            t("a", "b"),
            t("a", "b", "c").renamed("t", "b", "a").renamed("t", "c", "b"),
            """
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", which the model still has
                not renamed: remove renamedFrom = "a"
                in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename a to b"
                then bring it with no rename left: mvn compile -Dlockstep.migrate="Add a"
            """),
        row(
            "a swap of columns that differ",
            Model.of(table("t", column("a", text()), column("b", bigint()))),
            Model.of(table("t", column("a", bigint()), column("b", text())))
                .renamed("t", "a", "b")
                .renamed("t", "b", "a"),
            """
            t.a <- b
            t.b <- a
            """),
        row(
            "a swap of columns that differ, done",
            Model.of(table("t", column("a", bigint()), column("b", text()))),
            Model.of(table("t", column("a", bigint()), column("b", text())))
                .renamed("t", "a", "b")
                .renamed("t", "b", "a"),
            """
            WARNING t.a@renamedFrom: [lockstep:RenameDone] renamedFrom = "b" of column "a" of table "t" changes nothing and can go
            WARNING t.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" changes nothing and can go
            """),
        row(
            "a swap of columns that are alike",
            t("a", "b"),
            t("a", "b").renamed("t", "a", "b").renamed("t", "b", "a"),
            """
            ERROR t.a@renamedFrom: [lockstep:RenameConflict] column "a" of table "t" swaps names with one that is alike, so that nothing would tell whether it swapped already
                not renamed: remove renamedFrom = "b"
                swap in two steps, here alone @Column(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2"
                then @Column(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a"
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" swaps names with one that is alike, so that nothing would tell whether it swapped already
                not renamed: remove renamedFrom = "a"
                swap in two steps, here alone @Column(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2"
                then @Column(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b"
            """),
        row(
            "a swap with another change",
            Model.of(table("t", column("a", text()), column("b", bigint()))),
            Model.of(table("t", column("a", bigint()).notNull(), column("b", text())))
                .renamed("t", "a", "b")
                .renamed("t", "b", "a"),
            """
            ERROR t.a@renamedFrom: [lockstep:RenameConflict] column "a" of table "t" swaps names and changes besides, so that nothing tells whether it swapped already
                not renamed: remove renamedFrom = "b"
                swap in two steps, here alone @Column(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2"
                then @Column(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a"
            ERROR t.b@renamedFrom: [lockstep:RenameConflict] column "b" of table "t" swaps names and changes besides, so that nothing tells whether it swapped already
                not renamed: remove renamedFrom = "a"
                swap in two steps, here alone @Column(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2"
                then @Column(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b"
            """),
        row("a table", t("a"), Model.of(named("u", "a")).renamed("u", "t"), """
            u <- t
            """),
        row(
            "a table, done",
            Model.of(named("u", "a")),
            Model.of(named("u", "a")).renamed("u", "t"),
            """
            WARNING u@renamedFrom: [lockstep:RenameDone] renamedFrom = "t" of table "u" has done its work and can go
            """),
        row(
            "a table that is misspelt",
            Model.of(named("customer", "a")),
            Model.of(named("client", "a")).renamed("client", "costumer"),
            """
            ERROR client@renamedFrom: [lockstep:RenameUnknown] there never was a table "costumer"; did you mean "customer"?
            """),
        row(
            "a table that never was",
            t("a"),
            Model.of(named("t", "a"), named("u", "a")).renamed("u", "basket"),
            """
            ERROR u@renamedFrom: [lockstep:RenameUnknown] there never was a table "basket"
                not renamed: remove renamedFrom = "basket"
            """),
        row(
            "two tables from one",
            t("a"),
            Model.of(named("u", "a"), named("v", "a")).renamed("u", "t").renamed("v", "t"),
            """
            ERROR u@renamedFrom: [lockstep:RenameConflict] table "u" is renamed from "t", and so is table "v"
                not renamed: remove renamedFrom = "t"
            ERROR v@renamedFrom: [lockstep:RenameConflict] table "v" is renamed from "t", and so is table "u"
                not renamed: remove renamedFrom = "t"
            """),
        row(
            "a table that is still there",
            t("a"),
            Model.of(named("t", "a"), named("u", "a")).renamed("u", "t"),
            """
            ERROR u@renamedFrom: [lockstep:RenameConflict] table "u" is renamed from "t", which the model still has
                not renamed: remove renamedFrom = "t"
                in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename t to u"
                then bring it with no rename left: mvn compile -Dlockstep.migrate="Add t"
            """),
        row(
            "a table that takes the place of another",
            Model.of(named("t", "a"), named("u", "a")),
            Model.of(named("u", "a")).renamed("u", "t"),
            """
            ERROR u@renamedFrom: [lockstep:RenameConflict] table "u" is renamed from "t", but both are recorded
                not renamed: remove renamedFrom = "t"
                drop the old u first, here @Table(name = "t"): mvn compile -Dlockstep.migrate="Drop u" -Dlockstep.accept=data-loss:u
                then @Table(name = "u", renamedFrom = "t"): mvn compile -Dlockstep.migrate="Rename t to u"
            """),
        row(
            "tables that swap",
            Model.of(named("t", "a"), named("u", "b")),
            Model.of(named("t", "b"), named("u", "a")).renamed("t", "u").renamed("u", "t"),
            """
            t <- u
            u <- t
            """),
        row(
            "a table that moves to another schema",
            t("a"),
            Model.of(named("app.t", "a")).renamed("app.t", "t"),
            """
            app.t <- t
            """),
        row(
            "a table that moved to another schema",
            Model.of(named("app.t", "a")),
            Model.of(named("app.t", "a")).renamed("app.t", "t"),
            """
            WARNING app.t@renamedFrom: [lockstep:RenameDone] renamedFrom = "t" of table "app.t" changes nothing and can go
            """),
        row(
            "a table that came from another schema",
            Model.of(named("t", "a")),
            Model.of(named("t", "a")).renamed("t", "x.u"),
            """
            WARNING t@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.u" of table "t" has done its work and can go
            """),
        row(
            "a column of a renamed table",
            t("a"),
            Model.of(named("u", "b")).renamed("u", "t").renamed("u", "b", "a"),
            """
            u <- t
            u.b <- a
            """),
        row(
            "a column of a renamed table, done",
            Model.of(named("u", "b")),
            Model.of(named("u", "b")).renamed("u", "t").renamed("u", "b", "a"),
            """
            WARNING u@renamedFrom: [lockstep:RenameDone] renamedFrom = "t" of table "u" has done its work and can go
            WARNING u.b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "u" has done its work and can go
            """),
        row(
            "a misspelt column of a renamed table",
            t("address"),
            Model.of(named("u", "street")).renamed("u", "t").renamed("u", "street", "adress"),
            """
            ERROR u.street@renamedFrom: [lockstep:RenameUnknown] table "u" never had a column "adress"; did you mean "address"?
            u <- t
            """),
        row(
            "a column of a table whose rename is wrong",
            t("a"),
            Model.of(named("u", "b")).renamed("u", "x").renamed("u", "b", "a"),
            """
            ERROR u@renamedFrom: [lockstep:RenameUnknown] there never was a table "x"
                renamed: @Table(renamedFrom = "t")
                not renamed: remove renamedFrom = "x"
            """),
        row(
            "columns of tables that swap",
            Model.of(named("t", "a"), named("u", "b")),
            Model.of(named("t", "c"), named("u", "a"))
                .renamed("t", "u")
                .renamed("u", "t")
                .renamed("t", "c", "b"),
            """
            ERROR t@renamedFrom: [lockstep:RenameConflict] table "t" swaps names and changes besides, so that nothing tells whether it swapped already
                not renamed: remove renamedFrom = "u"
                swap in two steps, here alone @Table(name = "t_2", renamedFrom = "u"): mvn compile -Dlockstep.migrate="Rename u to t_2"
                then @Table(name = "t", renamedFrom = "t_2"): mvn compile -Dlockstep.migrate="Rename t_2 to t"
            ERROR u@renamedFrom: [lockstep:RenameConflict] table "u" swaps names and changes besides, so that nothing tells whether it swapped already
                not renamed: remove renamedFrom = "t"
                swap in two steps, here alone @Table(name = "u_2", renamedFrom = "t"): mvn compile -Dlockstep.migrate="Rename t to u_2"
                then @Table(name = "u", renamedFrom = "u_2"): mvn compile -Dlockstep.migrate="Rename u_2 to u"
            """));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  /** Table t with text columns of those names. */
  private static Model t(String... columns) {
    return Model.of(named("t", columns));
  }

  private static Table named(String name, String... columns) {
    return table(
        name, Stream.of(columns).map(column -> column(column, text())).toArray(Column[]::new));
  }
}
