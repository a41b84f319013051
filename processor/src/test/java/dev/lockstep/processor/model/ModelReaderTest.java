package dev.lockstep.processor.model;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {
  /** A table of package app's database. */
  static Table table(String name, TableElement... elements) {
    return Table.of(QualifiedName.of(name))
        .withColumns(NamedList.of(Arrays.stream(elements)
            .filter(Column.class::isInstance)
            .map(Column.class::cast)
            .toList()))
        .withConstraints(NamedList.of(Arrays.stream(elements)
            .filter(Constraint.class::isInstance)
            .map(Constraint.class::cast)
            .toList()));
  }

  static Schema schema(Table... tables) {
    Schema schema = Schema.EMPTY;
    for (Table table : tables) {
      schema = schema.withTable(table);
    }
    return schema;
  }

  private static Column only(String field) {
    return Model.table("@Table class T {\n" + field + "\n}").columns().asList().get(0);
  }

  @Test
  void readsTheWalkThrough() {
    Model model = Model.of("""
        @Table public class User {
          @Id @Identity Long id;
          @Column(length = 80, unique = true, nullable = false) String username;
          @Column(length = 120, unique = true, nullable = false) String email;
        }""");
    assertEquals(
        schema(table(
            "user",
            column("id", bigint()).notNull().identity(),
            column("username", varchar(80)).notNull(),
            column("email", varchar(120)).notNull(),
            primaryKey("user_pkey", "id"),
            unique("user_username_key", "username"),
            unique("user_email_key", "email"))),
        model.schema());
    assertEquals(
        Map.of(QualifiedName.of("user"), "app.User"), model.reading().model().classes());
    assertEquals("main", model.reading().model().name());
    assertEquals("app.migrations", model.reading().model().migrationsPackage());
    assertEquals("", model.reading().model().targetSchema());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      String                       | text
      Boolean                      | boolean
      Short                        | smallint
      Integer                      | integer
      Long                         | bigint
      Float                        | real
      Double                       | double precision
      BigDecimal                   | numeric
      BigInteger                   | numeric
      UUID                         | uuid
      Instant                      | timestamptz
      OffsetDateTime               | timestamptz
      ZonedDateTime                | timestamptz
      LocalDateTime                | timestamp
      LocalDate                    | date
      LocalTime                    | time
      OffsetTime                   | timetz
      Duration                     | interval
      Period                       | interval
      InetAddress                  | inet
      URI                          | text
      URL                          | text
      byte[]                       | bytea
      byte[][]                     | bytea[]
      int[]                        | integer[]
      int[][]                      | integer[]
      Integer[]                    | integer[]
      String[]                     | text[]
      boolean[]                    | boolean[]
      List<String>                 | text[]
      Set<Long>                    | bigint[]
      List<List<String>>           | text[]
      List<String>[]               | text[]
      List<byte[]>                 | bytea[]
      List<? extends UUID>         | uuid[]
      java.util.List<BigDecimal>   | numeric[]
      """)
  void mapsReferencesToNullableColumns(String javaType, String sqlType) {
    assertEquals(column("value", type(sqlType)), only(javaType + " value;"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      boolean | boolean
      short   | smallint
      int     | integer
      long    | bigint
      float   | real
      double  | double precision
      """)
  void mapsPrimitivesToColumnsThatAreNotNull(String javaType, String sqlType) {
    assertEquals(column("value", type(sqlType)).notNull(), only(javaType + " value;"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      @Column(length = 80) String a                     | varchar(80)
      @Column(length = 80) String[] a                   | varchar(80)[]
      @Column(length = 80) List<String> a               | varchar(80)[]
      @Column(length = 200) URI a                       | varchar(200)
      @Column(precision = 12, scale = 2) BigDecimal a   | numeric(12,2)
      @Column(precision = 12) BigDecimal a              | numeric(12,0)
      @Column(precision = 12) BigInteger a              | numeric(12,0)
      @Column(precision = 12, scale = 2) BigDecimal[] a | numeric(12,2)[]
      @Column(precision = 3) Instant a                  | timestamptz(3)
      @Column(precision = 0) LocalTime a                | time(0)
      @Column(precision = 3) Duration a                 | interval(3)
      @Column(type = "jsonb") Map<String, Object> a     | jsonb
      @Column(type = "int4") String a                   | integer
      @Column(type = "timestamp(3) with time zone") Object a | timestamptz(3)
      @Column(type = "citext") String a                 | citext
      @Column(type = "app.\\"Mood\\"") Thread.State a   | app."Mood"
      @Column(type = "text[]") List<String> a           | text[]
      """)
  void refinesTypes(String field, String sqlType) {
    assertEquals(column("a", type(sqlType)), only(field + ";"));
  }

  @Test
  void readsRecordsAsClasses() {
    assertEquals(
        table(
            "price",
            column("sku", text()).notNull(),
            column("amount", type("numeric(12,2)")),
            column("cents", integer()).notNull().defaultValue("0"),
            primaryKey("price_pkey", "sku")),
        Model.table("@Table record Price(@Id String sku,"
            + " @Column(precision = 12, scale = 2) BigDecimal amount,"
            + " @Column(defaultValue = \"0\") int cents) { static int count; }"));
  }

  @Test
  void leavesOutWhatIsNoColumn() {
    assertEquals(
        table("t", column("a", text())),
        Model.table(
            "@Table class T { String a; static String b; transient String c; @Ignore Thread d; static final int E = 1; }"));
  }

  @Test
  void allowsATableWithoutColumns() {
    assertEquals(table("t"), Model.table("@Table class T {}"));
  }

  @Test
  void takesExplicitNamesAsTheyAre() {
    assertEquals(
        schema(
            table("We\"ird; DROP", column("SELECT *", text())),
            table("名前", column("a b", text()).comment("it's")).withComment("two\nlines")),
        Model.of(
                "@Table(\"We\\\"ird; DROP\") class A { @Column(\"SELECT *\") String a; }",
                "@Table(name = \"名前\", value = \"名前\", comment = \"two\\nlines\") class B { @Column(name = \"a b\", comment = \"it's\") String a; }")
            .schema());
  }

  @ParameterizedTest
  @CsvSource({
    "userName, user_name",
    "HTTPServer, http_server",
    "URL, url",
    "address2, address2",
    "iOSVersion, i_os_version",
    "userID, user_id",
    "a1B, a1_b",
    "x, x",
    "already_snake, already_snake",
    "Mixed_Case, mixed_case",
    "CONSTANT_CASE, constant_case",
    "_id, _id",
    "straßeNummer, straße_nummer",
    "ÄrgerÖl, ärger_öl",
    "名前, 名前",
    "dollar$Sign, dollar$_sign"
  })
  void makesSnakeCase(String javaName, String name) {
    assertEquals(name, SnakeCase.of(javaName));
  }

  @Test
  void readsNestedClassesAndRecords() {
    assertEquals(
        schema(
            table("outer", column("a", text())),
            table("line_item", column("b", text())),
            table("deep", column("c", text()))),
        Model.of(
                "@Table class Outer { String a; @Table static class LineItem { String b; interface I { @Table record Deep(String c) {} } } }")
            .schema());
  }

  @Test
  void putsColumnsOfMappedSuperclassesFirst() {
    assertEquals(
        table(
            "child",
            column("tenant", bigint()).notNull(),
            column("created", type("timestamptz")),
            column("id", bigint()).notNull(),
            column("name", text()),
            primaryKey("child_pkey", "tenant", "id"),
            unique("child_name_key", "name"),
            check("child_name_check", "name <> ''"),
            check("child_tenant_check", "tenant > 0")),
        Model.table(
            "@MappedSuperclass abstract class Tenant { @Id @Check(\"tenant > 0\") long tenant; @Ignore int cache; }",
            "@MappedSuperclass @Unique(columns = \"name\") abstract class Dated extends Tenant { Instant created; }",
            "class Plain extends Dated {}",
            "@Table class Child extends Plain { @Id Long id; @Check(\"name <> ''\") String name; }"));
  }

  @Test
  void resolvesTypeArgumentsOfSuperclasses() {
    assertEquals(
        table(
            "child",
            column("id", type("uuid")).notNull(),
            column("tags", type("text[]")),
            column("raw", type("integer[]")),
            primaryKey("child_pkey", "id")),
        Model.table(
            "@MappedSuperclass abstract class Base<K, T> { @Id K id; List<T> tags; int[] raw; }",
            "@MappedSuperclass abstract class Middle<X> extends Base<UUID, X> {}",
            "@Table class Child extends Middle<String> {}"));
  }

  @Test
  void readsEveryColumnAttribute() {
    assertEquals(
        table(
            "t",
            column("a", text()).notNull().collate("de-x-icu").comment("A").defaultValue("'x'"),
            column("b", text()).computed("lower(a)"),
            column("c", text()).computedVirtual("upper(a)"),
            column("d", integer()).notNull()),
        Model.table("""
            @Table class T {
              @Column(nullable = false, collation = "de-x-icu", comment = "A", defaultValue = "'x'") String a;
              @Computed("lower(a)") String b;
              @Computed(value = "upper(a)", stored = false) String c;
              @Column(nullable = false) Integer d;
            }"""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      @Identity Long a                                    | identity()
      @Identity(always = true) long a                     | always
      @Identity(start = 1, increment = 1, cache = 1) int a | identity()
      @Identity(max = 2147483647) Integer a               | identity()
      @Identity(max = 32767) Integer a                    | max
      @Identity(max = 32767) Short a                      | identity()
      """)
  void readsIdentities(String field, String expected) {
    dev.lockstep.schema.Identity plain = dev.lockstep.schema.Identity.byDefault();
    dev.lockstep.schema.Identity identity = switch (expected) {
      case "always" -> dev.lockstep.SchemaElements.identityAlways();
      case "max" -> plain.max(32767);
      default -> plain;
    };
    Column column = only(field + ";");
    assertEquals(Column.of("a", column.type()).notNull().identity(identity), column);
  }

  @Test
  void readsEveryIdentityOption() {
    assertEquals(
        column("a", bigint())
            .notNull()
            .identity(dev.lockstep.schema.Identity.byDefault()
                .start(-5)
                .increment(-2)
                .min(-100)
                .max(-3)
                .cache(7)
                .cycle()),
        only(
            "@Identity(start = -5, increment = -2, min = -100, max = -3, cache = 7, cycle = true) Long a;"));
  }

  @Test
  void keepsEnumsToTheirConstants() {
    assertEquals(
        table(
            "t",
            column("state", text()).notNull(),
            column("order", varchar(10)),
            column("all", type("text[]")),
            column("short", type("varchar(3)[]")),
            column("free", type("mood")),
            check("t_state_check", "state IN ('NEW', 'DONE')"),
            check("t_order_check", "\"order\" IN ('NEW', 'DONE')"),
            check("t_all_check", "\"all\" <@ ARRAY['NEW', 'DONE']::text[]"),
            check("t_short_check", "short <@ ARRAY['NEW', 'DONE']::varchar[]")),
        Model.table("""
            @Table class T {
              enum State { NEW, DONE { int x; }; static final int Y = 1; }
              @Column(nullable = false) State state;
              @Column(name = "order", length = 10) State b;
              @Column(name = "all") Set<State> c;
              @Column(name = "short", length = 3) State[] d;
              @Column(type = "mood") State free;
            }"""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      @Column(nullable = false) String a                      | false
      @Column(nullable = true) String a                       | true
      @Id String a                                            | false
      @Identity Integer a                                     | false
      @NonNull String a                                       | false
      @Nullable String a                                      | true
      @NonNull @Column(nullable = true) String a              | true
      @Nullable @Column(nullable = false) String a            | false
      @Nullable @Id String a                                  | false
      java.time.@NonNull Instant a                            | false
      @NonNull String[] a                                     | true
      String @NonNull [] a                                    | false
      List<@NonNull String> a                                 | true
      """)
  void takesNullnessFromTheField(String field, boolean nullable) {
    assertEquals(nullable, only(field + ";").nullable());
  }

  @Test
  void takesNullnessFromTheNearestScope() {
    assertEquals(
        Set.of("a.a", "b.b", "d.d"),
        Model.of(
                "@Table @NullMarked class A { String a; @Nullable String aa; }",
                "@NullMarked class Outer { @Table static class B { String b; } @NullUnmarked @Table static class C { String c; } }",
                "package app.marked; @Table class D { String d; }",
                "@NullMarked package app.marked;")
            .schema()
            .tables()
            .values()
            .stream()
            .flatMap(table -> table.columns().stream()
                .filter(column -> !column.nullable())
                .map(column -> table.name() + "." + column.name()))
            .collect(Collectors.toSet()));
  }

  @Test
  void takesNullnessFromTheModule(@TempDir Path output) {
    String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jspecify") || entry.matches(".*annotations.target.*"))
        .collect(Collectors.joining(File.pathSeparator));
    ModelReading reading = Model.compile(
            "@org.jspecify.annotations.NullMarked module app { requires dev.lockstep.annotations; requires org.jspecify; }",
            Model.DATABASE,
            "@Table class T { String a; @Nullable String b; }")
        .option("--module-path")
        .option(path)
        .readModule(output);
    assertEquals(List.of(), reading.problems());
    assertEquals(
        schema(table("t", column("a", text()).notNull(), column("b", text()))),
        reading.model().schema());
  }

  @Test
  void takesNullnessOfMappedFieldsFromTheirOwnClass() {
    assertEquals(
        table("child", column("a", text()).notNull(), column("b", text()), column("c", text())),
        Model.table(
            "@NullMarked @MappedSuperclass class Base<T extends @Nullable Object> { String a; T b; }",
            "@Table class Child extends Base<@Nullable String> { String c; }"));
  }

  @Test
  void putsTablesIntoTheirSchemas() {
    Model model = Model.compile(
            "@Database(name = \"shop\", schema = \"shop\", migrations = \"my.steps\") package app;",
            "@Table class A {}",
            "@Table(schema = \"shop\") class B {}",
            "@Table(schema = \"audit\") class C {}",
            "@Table(schema = \"public\") class D {}")
        .read();
    assertEquals(
        new Schema(
            new java.util.TreeSet<>(Set.of("audit")),
            new java.util.TreeMap<>(Stream.of(
                    table("a"),
                    table("b"),
                    table("c").withName(new QualifiedName("audit", "c")),
                    table("d").withName(new QualifiedName("public", "d")))
                .collect(Collectors.toMap(Table::name, table -> table)))),
        model.schema());
    assertEquals("shop", model.reading().model().targetSchema());
    assertEquals("my.steps", model.reading().model().migrationsPackage());
    assertEquals("shop", model.reading().model().name());
  }

  @Test
  void givesTablesToTheNearestDatabase() {
    Model model = Model.compile(
            "@Database package app;",
            "package app.sub.deep; @Table class A {}",
            "package app.other; @Table class B {}",
            "@Database(name = \"other\") package app.other;",
            "package app.other.below; @Table class C {}",
            "package side; class Holder { @Database(name = \"side\") interface Config {} @Table static class D {} }",
            "@Database(name = \"empty\") package none;")
        .read();
    assertEquals(List.of(), model.messages());
    assertEquals(
        Map.of(
            "main", schema(table("a")),
            "other", schema(table("b"), table("c")),
            "side", schema(table("d")),
            "empty", Schema.EMPTY),
        model.readings.entrySet().stream()
            .collect(Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().model().schema())));
  }

  @Test
  void doesNotDependOnTheOrderOfClasses() {
    List<String> sources = List.of(
        Model.DATABASE,
        "@Table class A_b { @Check(\"c > 0\") int c; }",
        "@Table class A { @Id int id; @Check(\"b_c > 0\") @Column(\"b_c\") int x; @References B b; }",
        "@Table class B { @Id long id; @References(A.class) @Column(unique = true) Integer y; @Index String z; }");
    List<String> reversed = new java.util.ArrayList<>(sources);
    java.util.Collections.reverse(reversed);
    Model one = Model.compile(sources.toArray(String[]::new)).read();
    Model other = Model.compile(reversed.toArray(String[]::new)).read();
    assertEquals(List.of(), one.messages());
    assertEquals(List.of(), other.messages());
    assertEquals(one.reading().model(), other.reading().model());
  }
}
