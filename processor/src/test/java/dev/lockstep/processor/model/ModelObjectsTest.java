package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModelObjectsTest {
  private static final QualifiedName STATE = QualifiedName.of("state");

  private static List<SchemaObject> objects(String... sources) {
    return List.copyOf(Model.of(sources).schema().objects().values());
  }

  private static QualifiedName name(String name) {
    return QualifiedName.of(name);
  }

  private static List<String> types(Schema schema) {
    return schema.tables().values().stream()
        .flatMap(table -> table.columns().stream())
        .map(column -> column.type().toString())
        .toList();
  }

  @Test
  void readsEnumTypesOfColumns() {
    Schema schema = Model.of(
            "@EnumType(comment = \"Where it is\") enum OrderState { NEW, @EnumValue(\"in transit\") SENT, @EnumValue DONE }",
            """
            @Table class T {
              OrderState a; OrderState[] b; List<OrderState> c; Set<OrderState[]> d;
              @Column(type = "text") OrderState e;
              @Column(type = "order_state") String f;
              @Column(type = "Order_State[]") String g;
              @Column(type = "_order_state") String h;
            }""")
        .schema();
    assertEquals(
        List.of(
            "order_state",
            "order_state[]",
            "order_state[]",
            "order_state[]",
            "text",
            "order_state",
            "order_state[]",
            "order_state[]"),
        types(schema));
    assertEquals(
        List.of(
            new EnumType(name("order_state"), List.of("NEW", "in transit", "DONE"), "Where it is")),
        List.copyOf(schema.objects().values()));
    assertEquals(
        List.of("NEW", "in transit", "DONE"),
        schema.findEnum(name("order_state")).orElseThrow().values());
    assertEquals(List.of(), schema.table(name("t")).constraints(Check.class).toList());
  }

  @Test
  void readsEnumTypesThatNoColumnHas() {
    assertEquals(
        List.of(
            EnumType.of(name("mood"), List.of("SAD")), EnumType.of(name("state"), List.of("ON"))),
        objects(
            "@EnumType(name = \"mood\") enum Feeling { SAD }",
            "package app.below; class Holder { @EnumType enum State { ON } }",
            "package aside; @EnumType enum Elsewhere { ON }"));
  }

  @Test
  void keepsValuesOfPlainEnumsInTheirCheck() {
    assertEquals(
        "e IN ('it''s', 'B\\', 'C')",
        Model.table(
                "@Table class T { E e; enum E { @EnumValue(\"it's\") A, @EnumValue(\"B\\\\\") B, @EnumValue C } }")
            .constraints(Check.class)
            .findFirst()
            .orElseThrow()
            .expression()
            .text());
  }

  @Test
  void putsEnumTypesIntoSchemas() {
    Schema schema = Model.compile(
            "@Database(schema = \"shop\") package app;",
            "@EnumType(schema = \"shop\") enum A { X }",
            "@EnumType(schema = \"audit\") enum Date { X }",
            "@Table class T { A a; Date b; @Column(type = \"shop.a\") String c; @Column(type = \"audit.date[]\") String d; @Column(type = \"audit._date\") String e; }")
        .read()
        .schema();
    assertEquals(List.of("a", "audit.date", "a", "audit.date[]", "audit.date[]"), types(schema));
    assertEquals(
        Set.of(name("a"), new QualifiedName("audit", "date")),
        Set.copyOf(schema.objects(EnumType.class).map(EnumType::name).toList()));
    assertEquals(Set.of("audit"), schema.namespaces());
  }

  @Test
  void givesEachDatabaseTheEnumTypesThatItsColumnsNeed() {
    Model model = Model.compile(
            Model.DATABASE,
            "@Database(name = \"other\") package other;",
            "@EnumType public enum State { ON }",
            "@EnumType enum Own { ON }",
            "package lib; @EnumType public enum Shared { ON }",
            "@Table class T { State s; lib.Shared l; }",
            "package other; @Table class O { app.State s; lib.Shared[] l; }")
        .read();
    assertEquals(List.of(), model.messages());
    ObjectKey state = ObjectKey.of(ObjectKind.ENUM, "state");
    ObjectKey shared = ObjectKey.of(ObjectKind.ENUM, "shared");
    assertEquals(
        Map.of(
            state,
            "app.State",
            shared,
            "lib.Shared",
            ObjectKey.of(ObjectKind.ENUM, "own"),
            "app.Own"),
        model.readings.get("main").model().objectClasses());
    assertEquals(
        Map.of(state, "app.State", shared, "lib.Shared"),
        model.readings.get("other").model().objectClasses());
  }

  @Test
  void saysWhatBecomesOfEnumValues() {
    var hints = Model.of(
            "@EnumType(renamedFrom = \"mood\", replaced = {@ReplacedValue(value = \"LOST\", by = \"off\"), @ReplacedValue(value = \"GONE\", by = \"ON\")}) enum State { @EnumValue(renamedFrom = \"YES\") ON, @EnumValue(value = \"off\", renamedFrom = \"NO\") OFF }")
        .hints();
    ObjectKey state = new ObjectKey(ObjectKind.ENUM, STATE);
    assertEquals(Map.of(state, state.withName(name("mood"))), hints.renamedObjects());
    assertEquals(
        Map.of(new EnumMember(STATE, "ON"), "YES", new EnumMember(STATE, "off"), "NO"),
        hints.renamedValues());
    assertEquals(
        Map.of(new EnumMember(STATE, "LOST"), "off", new EnumMember(STATE, "GONE"), "ON"),
        hints.replacedValues());
  }

  @Test
  void readsOldNamesOfObjectsWithTheirSchemas() {
    Model model = Model.compile(
            Model.DATABASE,
            "@Sequence(name = \"a\", renamedFrom = \"old.b\") @Sequence(name = \"c\", renamedFrom = \"old.d\") @Sequence(name = \"e\", schema = \"s\", renamedFrom = \"f\") class H {}",
            "@View(query = \"SELECT 1\", renamedFrom = \"w\", materialized = true) class V {}")
        .recorded(ObjectKey.of(ObjectKind.SEQUENCE, "old.d"), "app.H")
        .recorded(ObjectKey.of(ObjectKind.SEQUENCE, "f"), "app.H")
        .read();
    assertEquals(
        Map.of(
            ObjectKey.of(ObjectKind.SEQUENCE, "a"),
            new ObjectKey(ObjectKind.SEQUENCE, new QualifiedName("old", "b")),
            ObjectKey.of(ObjectKind.SEQUENCE, "c"),
            ObjectKey.of(ObjectKind.SEQUENCE, "old.d"),
            new ObjectKey(ObjectKind.SEQUENCE, new QualifiedName("s", "e")),
            ObjectKey.of(ObjectKind.SEQUENCE, "f"),
            ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, "v"),
            ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, "w")),
        model.hints().renamedObjects());
  }

  @Test
  void readsSequences() {
    assertEquals(
        List.of(
            Sequence.of(name("a")),
            Sequence.of(name("b"))
                .as(SqlType.of("smallint"))
                .start(1000)
                .increment(10)
                .min(5)
                .max(2000)
                .cache(7)
                .cycle()
                .withOwner(new Sequence.Owner(name("invoice"), "no"))
                .withComment("Numbers"),
            Sequence.of(name("c")),
            Sequence.of(name("d")).as(SqlType.of("integer")).increment(-1),
            Sequence.of(new QualifiedName("x", "e"))
                .withOwner(new Sequence.Owner(new QualifiedName("x", "a.b"), "c.d"))),
        List.copyOf(Model.compile("@Database @Sequence(name = \"a\") package app;", """
                @Sequence(name = "b", type = "int2", start = 1000, increment = 10, min = 5, max = 2000, cache = 7, cycle = true,
                    ownedBy = "invoice.number", comment = "Numbers")
                @Sequence(name = "c", type = "bigint", start = 1, increment = 1, min = 1, max = Long.MAX_VALUE, cache = 1, cycle = false)
                @Sequence(name = "d", type = "integer", increment = -1, start = -1, max = -1, min = Integer.MIN_VALUE)
                @Sequence(name = "e", schema = "x", ownedBy = "a.b.c.d")
                @Table class Invoice { @Column("no") int number; @Table(name = "a.b", schema = "x") static class N { @Column("c.d") int n; } }""")
            .read()
            .schema()
            .objects()
            .values()));
  }

  @Test
  void readsViews() {
    Schema schema = Model.compile(
            "@Database(schema = \"shop\") package app;",
            "@View(query = \" SELECT id\\nFROM customer \", schema = \"shop\", with = \"security_barrier=true\", comment = \"Active ones\") record ActiveCustomer(long id, Thread notRead) {}",
            "@Index(columns = {\"Id\", \"(lower(email)) desc\"}) @Index(columns = \"id\", name = \"own\", unique = true) @Index(columns = \"id\") @View(name = \"v\", schema = \"x\", query = \"TABLE customer\", materialized = true, with = \"fillfactor=70\") class Mat {}")
        .read()
        .schema();
    assertEquals(
        List.of(
            View.of(name("active_customer"), "SELECT id FROM customer")
                .with("security_barrier", "true")
                .withComment("Active ones"),
            View.materialized(new QualifiedName("x", "v"), "TABLE customer")
                .with("fillfactor", "70")
                .withIndexes(NamedList.of(List.of(
                    Index.of("v_Id_lower_idx", false, "\"Id\"", "(lower(email)) desc"),
                    Index.of("own", true, "id"),
                    Index.of("v_id_idx", false, "id"))))),
        List.copyOf(schema.objects().values()));
    assertEquals(Set.of("x"), schema.namespaces());
  }

  @Test
  void keepsNamesOfViewIndexesApartFromThoseOfTables() {
    Model model = Model.of(
        "@Table class T { @Index int a; @Index int b; }",
        "@Index(columns = \"x\", name = \"t_b_idx\") @Index(columns = \"a\") @View(name = \"t_a\", materialized = true, query = \"SELECT 1\") class V {}",
        "@View(name = \"t_a_idx\", query = \"SELECT 1\") class W {}");
    assertEquals(
        List.of("t_a_idx1", "t_b_idx1"),
        model.schema().table(name("t")).indexes().stream().map(Index::name).toList());
    assertEquals(
        Set.of(
            new Member(name("t"), "t_a_idx1"),
            new Member(name("t"), "t_b_idx1"),
            new Member(name("t_a"), "t_a_a_idx")),
        model.hints().derivedNames());
  }

  @Test
  void readsSqlObjects() {
    String function = "CREATE FUNCTION touch() RETURNS trigger AS $$BEGIN; END$$ LANGUAGE plpgsql;";
    assertEquals(
        List.of(
            new SqlObject(name("f"), function, "DROP FUNCTION touch();", new TreeSet<>()),
            new SqlObject(
                name("t"),
                "CREATE TRIGGER t",
                "DROP TRIGGER t",
                new TreeSet<>(Arrays.asList(
                    "f", "touch", "user", "x.log", "log", "mood", "s", "v", "p", "citext")))),
        List.copyOf(Model.compile(
                "@Database(schema = \"shop\", extensions = \"citext\") @SqlObject(name = \"f\", create = \""
                    + function + "\", drop = \"DROP FUNCTION touch();\") package app;",
                "@Table class User {}",
                "@Partitioned(columns = \"a\", partitions = @Partition(name = \"p\", values = \"DEFAULT\")) @Table(schema = \"x\") class Log { int a; }",
                "@EnumType enum Mood { A }",
                "@Sequence(name = \"s\") @View(query = \"SELECT 1\") class V {}",
                "@SqlObject(name = \"t\", create = \"CREATE TRIGGER t\", drop = \"DROP TRIGGER t\", needs = {\"f\", \"touch\", \"shop.user\", \"x.log\", \"log\", \"mood\", \"s\", \"v\", \"p\", \"citext\"}) class H {}")
            .read()
            .schema()
            .objects(SqlObject.class)
            .toList()));
  }

  @Test
  void readsExtensions() {
    Model model = Model.compile("@Database(extensions = {\"citext\", \"uuid-ossp\"}) package app;")
        .read();
    assertEquals(
        List.of(Extension.of("citext"), Extension.of("uuid-ossp")),
        List.copyOf(model.schema().objects().values()));
    assertEquals(
        Map.of(
            ObjectKey.of(ObjectKind.EXTENSION, "citext"),
            "app",
            ObjectKey.of(ObjectKind.EXTENSION, "uuid-ossp"),
            "app"),
        model.reading().model().objectClasses());
  }

  @Test
  void refusesExtensionsThatCannotBe() {
    assertEquals(
        List.of(
            "package-info.java:1 error: [lockstep:ExtensionInvalid] \"\" is not the name of an extension",
            "package-info.java:1 error: [lockstep:ExtensionInvalid] \"a/b\" is not the name of an extension",
            "package-info.java:1 error: [lockstep:ExtensionTwice] extension \"citext\" is listed twice"),
        faultyExtensions().messages());
  }

  static Model faultyExtensions() {
    return Model.compile(
            "@Database(extensions = {\"citext\", \"\", \"a/b\", \"citext\"}) package app;")
        .read();
  }

  @Test
  void refusesObjectsWithoutADatabase() {
    assertEquals(
        List.of(
            "V.java:1 error: [lockstep:DatabaseMissing] @View belongs to no @Database: neither its package nor one above has it",
            "package-info.java:1 error: [lockstep:DatabaseMissing] @Sequence belongs to no @Database: neither its package nor one above has it"),
        Model.compile(
                "@View(query = \"SELECT 1\") class V {}",
                "@EnumType enum E { A }",
                "@dev.lockstep.annotations.Sequence(name = \"a\") package below;")
            .read()
            .messages());
  }

  @Test
  void doesNotBlameWhatNeedsSomethingFaulty() {
    assertEquals(
        List.of("EnumEmpty", "QueryInvalid", "SqlInvalid"),
        Model.of(
                "@EnumType enum E {}",
                "@View(query = \"\") class V {}",
                "@SqlObject(name = \"a\", create = \"\", drop = \"SELECT 1\") @SqlObject(name = \"b\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = {\"a\", \"e\", \"v\"}) class H {}")
            .codes());
  }

  @Test
  void doesNotDependOnTheOrderOfSources() {
    List<String> sources = List.of(
        Model.DATABASE,
        "@Sequence(name = \"b\") @SqlObject(name = \"x\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"y\") class A { @EnumType enum M { X } @Table static class T { N n; } }",
        "@Sequence(name = \"a\") @SqlObject(name = \"y\", create = \"SELECT 1\", drop = \"SELECT 1\") class B { @EnumType enum M2 { X } }",
        "@EnumType enum N { X }");
    List<String> reversed = new java.util.ArrayList<>(sources);
    java.util.Collections.reverse(reversed);
    Model one = Model.compile(sources.toArray(String[]::new)).read();
    Model other = Model.compile(reversed.toArray(String[]::new)).read();
    assertEquals(7, one.schema().objects().size());
    assertEquals(one.reading().model(), other.reading().model());
  }
}
