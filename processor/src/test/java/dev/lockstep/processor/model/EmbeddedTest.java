package dev.lockstep.processor.model;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.doublePrecision;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.processor.model.ModelReaderTest.schema;
import static dev.lockstep.processor.model.ModelReaderTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.diff.Member;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code @Embedded} fields make of a table. */
class EmbeddedTest {
  private static final String GEO = "@Embeddable record Geo(double lat, double lon) {}";
  private static final String ADDRESS =
      "@Embeddable record Address(String street, @Column(length = 80, nullable = false) String city, @Embedded Geo geo) {}";

  private static List<Column> columns(String... sources) {
    return Model.table(sources).columns().asList();
  }

  private static List<String> names(String... sources) {
    return columns(sources).stream().map(Column::name).toList();
  }

  private static Set<String> notNull(String... sources) {
    return columns(sources).stream()
        .filter(column -> !column.nullable())
        .map(Column::name)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Map<Member, String> renamed(Schema recorded, String... sources) {
    return Model.compile(sources)
        .source(Model.DATABASE)
        .recorded(recorded)
        .read()
        .hints()
        .renamedColumns();
  }

  private static Member member(String table, String name) {
    return new Member(QualifiedName.of(table), name);
  }

  @Test
  void putsTheColumnsAtThePlaceOfTheField() {
    assertEquals(
        List.of(
            column("id", bigint()),
            column("home_street", text()),
            column("home_city", varchar(80)).notNull(),
            column("home_geo_lat", doublePrecision()).notNull(),
            column("home_geo_lon", doublePrecision()).notNull(),
            column("name", text())),
        columns(
            GEO, ADDRESS, "@Table class User { Long id; @Embedded Address home; String name; }"));
  }

  @Test
  void embedsInRecordsAndFromMappedSuperclassesAndInNestedClasses() {
    assertEquals(
        List.of("by_name", "by_at", "id", "size_w", "size_h"),
        names(
            "@MappedSuperclass class Base { @Embedded Stamp by; @Embeddable static class Stamp extends Who { Instant at; } @MappedSuperclass static class Who { String name; } }",
            "@Table class T extends Base { int id; @Embedded Size size; @Embeddable record Size(int w, int h) {} }"));
    assertEquals(
        List.of("id", "home_geo_lat", "home_geo_lon"),
        names(
            GEO,
            "@Embeddable record Place(@Embedded Geo geo) {}",
            "@Table record User(@Id Long id, @Embedded Place home) {}"));
  }

  @Test
  void prefixesAccumulateAndMayBeEmpty() {
    assertEquals(
        List.of(
            "lat",
            "lon",
            "o_lat",
            "o_lon",
            "x_gps_lat",
            "x_gps_lon",
            "work_place_in_geo_lat",
            "work_place_in_geo_lon"),
        names(
            GEO,
            "@Embeddable record A(@Embedded(prefix = \"\") Geo geo) {}",
            "@Embeddable record B(@Embedded(prefix = \"gps_\") Geo geo) {}",
            "@Embeddable record C(@Embedded Geo inGeo) {}",
            "@Table record T(@Embedded(prefix = \"\") A a, @Embedded(prefix = \"o_\") A b, @Embedded(prefix = \"x_\") B c, @Embedded C workPlace) {}"));
  }

  @Test
  void resolvesTypeArguments() {
    assertEquals(
        List.of(
            column("open_low", date()),
            column("open_high", date()),
            column("pairs_a_low", text()),
            column("pairs_a_high", text()),
            column("pairs_b_low", text()),
            column("pairs_b_high", text()),
            column("deep_a_a_low", integer()),
            column("deep_a_a_high", integer()),
            column("deep_a_b_low", integer()),
            column("deep_a_b_high", integer()),
            column("deep_b_a_low", integer()),
            column("deep_b_a_high", integer()),
            column("deep_b_b_low", integer()),
            column("deep_b_b_high", integer())),
        columns(
            "@Embeddable class Span<T> { T low; T high; }",
            "@Embeddable class Pair<P> { @Embedded P a; @Embedded P b; }",
            "@MappedSuperclass class Base<E> { @Embedded E open; }",
            "@Table class T extends Base<Span<LocalDate>> { @Embedded Pair<Span<String>> pairs; @Embedded Pair<Pair<Span<Integer>>> deep; }"));
  }

  @Test
  void overridesTakeThePlaceOfTheFieldsOwnColumn() {
    assertEquals(
        List.of(
            column("street", text()),
            column("home_city", varchar(5)),
            column("latitude", doublePrecision()).notNull(),
            column("home_geo_lon", doublePrecision()).notNull()),
        columns(GEO, ADDRESS, """
            @Table class User {
              @Embedded(overrides = {
                @ColumnOverride(field = "street", column = @Column("street")),
                @ColumnOverride(field = "city", column = @Column(length = 5)),
                @ColumnOverride(field = "geo.lat", column = @Column(name = "latitude"))
              }) Address home;
            }"""));
  }

  /** A name gets the prefixes of what is around the place where it is written. */
  @Test
  void outerOverridesWinOverInnerOnes() {
    String place =
        "@Embeddable class Place { @Embedded(overrides = { @ColumnOverride(field = \"lat\", column = @Column(\"y\")), @ColumnOverride(field = \"lon\", column = @Column(\"x\")) }) Geo geo; @Column(\"nick\") String name; }";
    assertEquals(
        List.of("top", "at_x", "at_nick"),
        names(
            GEO,
            place,
            "@Table class T { @Embedded(overrides = @ColumnOverride(field = \"geo.lat\", column = @Column(\"top\"))) Place at; }"));
  }

  @Test
  void embeddedColumnsMakeKeys() {
    String key = "@Embeddable record Key(String country, @Column(\"no\") int number) {}";
    Table user = table(
        "user",
        column("id_country", text()).notNull(),
        column("id_no", integer()).notNull(),
        primaryKey("user_pkey", "id_country", "id_no"));
    assertEquals(
        schema(
            user,
            table(
                "login",
                column("country", text()),
                column("user_no", integer()),
                foreignKey("login_country_user_no_fkey", "country", "user_no")
                    .references("user", "id_country", "id_no"))),
        Model.of(
                key,
                "@Table class User { @Id @Embedded Key id; }",
                "@ForeignKey(columns = {\"country\", \"userNo\"}, references = User.class) @Table class Login { String country; Integer userNo; }")
            .schema());
    assertEquals(
        List.of(primaryKey("t_pkey", "tenant", "key_id")),
        Model.table(
                "@Embeddable class Key { @Id @Identity Long id; String note; }",
                "@Table class T { @Id int tenant; @Embedded Key key; }")
            .constraints()
            .asList());
  }

  @Test
  void referencesFromAndToEmbeddedColumns() {
    assertEquals(
        schema(
            table(
                "user",
                column("key_code", text()).notNull(),
                column("by_boss_key_code", text()),
                column("by_mail", text()),
                unique("user_by_mail_key", "by_mail"),
                primaryKey("user_pkey", "key_code"),
                foreignKey("user_by_boss_key_code_fkey", "by_boss_key_code")
                    .references("user", "key_code")),
            table(
                "note",
                column("by_boss_key_code", text()),
                column("by_mail", text()),
                column("seen", text()),
                unique("note_by_mail_key", "by_mail"),
                foreignKey("note_by_boss_key_code_fkey", "by_boss_key_code")
                    .references("user", "key_code"),
                foreignKey("note_seen_fkey", "seen").references("user", "by_mail"))),
        Model.of(
                "@Embeddable record Key(String code) {}",
                "@Embeddable class By { @References User boss; @Column(unique = true) String mail; }",
                "@Table class User { @Id @Embedded Key key; @Embedded By by; }",
                "@Table class Note { @Embedded By by; @References(value = User.class, column = \"by.mail\") String seen; }")
            .schema());
  }

  @Test
  void annotationsNameColumnsByPathOrName() {
    Table user = Model.table(GEO, ADDRESS, """
        @Index(columns = {"home.city", "home.geo.lat desc nulls last"}, include = "home.street")
        @Unique(columns = {"home_city", "home.street"})
        @Table class User { @Embedded Address home; }""");
    assertEquals(
        List.of(index(
                "user_home_city_home_geo_lat_home_street_idx",
                "home_city",
                "home_geo_lat desc nulls last")
            .include("home_street")),
        user.indexes().asList());
    assertEquals(
        List.of(unique("user_home_city_home_street_key", "home_city", "home_street")),
        user.constraints().asList());
  }

  @Test
  void annotationsOfEmbeddablesMeanTheirOwnColumnsFirst() {
    Table user = Model.table(
        """
        @Unique(columns = {"city", "zip"}) @Index(columns = {"city desc", "tenant"}, where = "zip <> ''") @Check("zip <> city")
        @Embeddable class Address { @Index String city; @Check("zip ~ '^[0-9]+$'") String zip; @Index(columns = "(lower(street) || \\"city\\")") String street; }""",
        "@Table class User { int tenant; String city; @Embedded Address home; @Embedded(prefix = \"\", overrides = @ColumnOverride(field = \"city\", column = @Column(\"town\"))) Address other; }");
    assertEquals(
        List.of(
            unique("user_home_city_home_zip_key", "home_city", "home_zip"),
            unique("user_town_zip_key", "town", "zip"),
            check("user_home_zip_check", "home_zip ~ '^[0-9]+$'"),
            check("user_zip_check", "zip ~ '^[0-9]+$'"),
            check("user_check", "home_zip <> home_city"),
            check("user_check1", "zip <> town")),
        user.constraints().asList());
    assertEquals(
        List.of(
            index("user_home_city_idx", "home_city"),
            index("user_expr_idx", "(lower(home_street) || home_city)"),
            index("user_town_idx", "town"),
            index("user_expr_idx1", "(lower(street) || town)"),
            index("user_home_city_tenant_idx", "home_city desc", "tenant").where("home_zip <> ''"),
            index("user_town_tenant_idx", "town desc", "tenant").where("zip <> ''")),
        user.indexes().asList());
  }

  /** One column takes the name that another one loses. */
  @Test
  void computesFromTheColumnsOfTheEmbeddable() {
    assertEquals(
        List.of(
            column("a_a", integer()),
            column("a_a_a", integer()),
            column("a_sum", integer()).computed("a_a + a_a_a + length('a') + abs(a_a)")),
        columns(
            "@Embeddable class A { Integer a; Integer aA; @Computed(\"a + a_a + length('a') + abs(a)\") Integer sum; }",
            "@Table class T { @Embedded A a; }"));
  }

  @Test
  void readsHintsOfEmbeddables() {
    var hints = Model.of(
            "@Embeddable class Money { @Column(backfill = \"cents\", using = \"cents::integer\", renamedFrom = \"cent\") Integer cents; @Column(defaultValue = \"'EUR'\") String currency; }",
            "@Table class T { @Embedded Money price; @Embedded(overrides = @ColumnOverride(field = \"cents\", column = @Column(renamedFrom = \"old\"))) Money cost; }")
        .hints();
    assertEquals(
        Map.of(member("t", "price_cents"), "price_cent", member("t", "cost_cents"), "old"),
        hints.renamedColumns());
    assertEquals(
        Map.of(member("t", "price_cents"), SqlExpression.of("price_cents::integer")),
        hints.using());
    assertEquals(
        Map.of(member("t", "price_cents"), SqlExpression.of("price_cents")), hints.backfill());
  }

  @Test
  void namesTheRecordedColumnThatAnEmbeddableMeans() {
    String t = "@Table class T { @Embedded Home home; }";
    String home = "@Embeddable class Home { @Column(renamedFrom = \"city\") String town; }";
    String moved = "@Embeddable class Home { @Column(renamedFrom = \"city\") String city; }";
    Schema withoutPrefix = schema(table("t", column("city", text())));
    Schema withPrefix = schema(table("t", column("home_city", text())));
    Schema both = schema(table("t", column("home_city", text()), column("city", text())));
    assertEquals(Map.of(member("t", "home_town"), "city"), renamed(withoutPrefix, home, t));
    assertEquals(Map.of(member("t", "home_town"), "home_city"), renamed(withPrefix, home, t));
    assertEquals(Map.of(member("t", "home_town"), "home_city"), renamed(both, home, t));
    assertEquals(Map.of(member("t", "home_town"), "home_city"), renamed(Schema.EMPTY, home, t));
    assertEquals(Map.of(member("t", "home_city"), "city"), renamed(withoutPrefix, moved, t));
    assertEquals(Map.of(member("t", "home_city"), "city"), renamed(withPrefix, moved, t));
    Schema oneOfTwo = withoutPrefix.withTable(table("u", column("home_city", text())));
    assertEquals(
        Map.of(member("t", "home_city"), "city"),
        renamed(oneOfTwo, moved, t, "@Table class U { @Embedded Home home; }"));
  }

  @Test
  void takesNullUnlessTheEmbeddableSaysOtherwise() {
    String money =
        "@NullMarked @Embeddable record Money(int cents, String currency, @Nullable String note, @Column(nullable = false) String code) {}";
    assertEquals(
        Set.of("a_cents", "a_currency", "a_code"),
        notNull(money, "@Table class T { @Embedded Money a; }"));
    assertEquals(Set.of(), notNull(money, "@Table class T { @Embedded @Nullable Money a; }"));
    assertEquals(Set.of("a_currency", "a_note"), notNull(money, """
            @Table class T { @Embedded(overrides = {
              @ColumnOverride(field = "currency", column = @Column(nullable = false)),
              @ColumnOverride(field = "note", column = @Column(nullable = false))}) @Nullable Money a; }"""));
    assertEquals(
        Set.of("a_currency", "a_code"),
        notNull(
            money,
            "@Table class T { @Embedded(overrides = @ColumnOverride(field = \"cents\", column = @Column(nullable = true))) Money a; }"));
    assertEquals(
        Set.of("a_cents", "a_currency", "a_note", "a_code"),
        notNull(money, "@Table class T { @Id @Embedded @Nullable Money a; }"));
    assertEquals(
        Set.of("b_sum_cents"),
        notNull(
            money,
            "@Embeddable class Bill { @Embedded(overrides = @ColumnOverride(field = \"currency\", column = @Column(nullable = false))) Money sum; }",
            "@Table class T { @Embedded(overrides = @ColumnOverride(field = \"sum.cents\", column = @Column(nullable = false))) @Nullable Bill b; }"));
  }

  @Test
  void leavesOutWhatIsNoColumn() {
    assertEquals(
        List.of("a_x"),
        names(
            "@Embeddable class A { static int s; transient int t; @Ignore Thread i; int x; }",
            "@Table class T { @Embedded A a; @Ignore A b; transient A c; static A d; }"));
  }

  @Test
  void readsLibrariesLikeSources() {
    String mapped =
        "package lib; @NullMarked @MappedSuperclass public class Named { public @Nullable String name; }";
    String library =
        "package lib; @NullMarked @Index(columns = {\"b\", \"name\"}) @Embeddable public class Pair<T> extends Named { @Column(length = 9) String a; @Check(\"b > 0\") T b; @Computed(\"b + 1\") @Nullable Integer c; enum E { X } E e; }";
    String user =
        "@Table class T { @Embedded(overrides = @ColumnOverride(field = \"a\", column = @Column(\"z\"))) lib.Pair<Integer> one; @Embedded(prefix = \"\") lib.@Nullable Pair<Long> two; }";
    Model whole = Model.compile(Model.DATABASE, mapped, library, user).read();
    Model part = Model.compile(Model.DATABASE, user)
        .classPath(Model.compile(mapped, library).classFiles())
        .read();
    assertEquals(
        10, whole.schema().tables().get(QualifiedName.of("t")).columns().names().size());
    assertEquals(whole.schema(), part.schema());
  }

  @Test
  void readsTimestampsOfTwoTables() {
    String audit = "@Embeddable class Audit { Instant created; }";
    Schema schema = Model.of(
            audit,
            "@Table class A { @Embedded Audit audit; }",
            "@Table class B { @Embedded(prefix = \"\") Audit audit; }")
        .schema();
    assertEquals(
        schema(
            table("a", column("audit_created", timestamptz())),
            table("b", column("created", timestamptz()))),
        schema);
  }

  private static List<Constraint> checks(String... sources) {
    return Model.table(sources).constraints().asList();
  }

  @Test
  void checksEnumsByTheirColumn() {
    assertEquals(
        List.of(check("t_a_e_check", "a_e IN ('X')")),
        checks("@Embeddable class A { enum E { X } E e; }", "@Table class T { @Embedded A a; }"));
  }

  @Test
  void waitsForTypesThatAreYetToBeGenerated() {
    for (String members : List.of(
        "@Embedded Missing a;",
        "@Embedded List<Missing> a;",
        "@Embedded A<Missing> a;",
        "@Embedded(overrides = @ColumnOverride(field = \"x\", column = @Column(name = Missing.NAME))) A<Integer> a;",
        "@Embedded(overrides = @ColumnOverride(field = Missing.NAME, column = @Column)) A<Integer> a;",
        "@Embedded B b;")) {
      Model model = Model.of(
          "@Embeddable class A<T> { T x; }",
          "@Embeddable class B extends Missing {}",
          "@Table class T { " + members + " }");
      assertTrue(model.incomplete, members);
      assertEquals(List.of(), model.problems, members);
    }
  }

  @Test
  void readsWhatElseEmbeddablesSay() {
    Schema schema = Model.of(
            "@EnumType enum State { ON, OFF }",
            "@Exclude(elements = {\"room with =\", \"(lower(code)) with =\"}, where = \"room > 0\") @Embeddable class Stay { State state; int room; @Column(storage = \"external\", statistics = 9) String code; }",
            "@Embeddable class Key { int room; @Column(type = \"daterange\") Object during; }",
            "@Partitioned(columns = \"key.room\") @Table class T { @Id(withoutOverlaps = true) @Embedded Key key; @Embedded Stay stay; }")
        .schema();
    Table t = schema.table(QualifiedName.of("t"));
    assertEquals(
        List.of(
            new PrimaryKey("t_pkey", List.of("key_room", "key_during"), true),
            exclude(
                    "t_stay_room_lower_excl",
                    "gist",
                    "stay_room with =",
                    "(lower(stay_code)) with =")
                .where("stay_room > 0")),
        t.constraints().asList());
    assertEquals("state", t.columns().get("stay_state").type().toString());
    assertEquals("external", t.columns().get("stay_code").options().storage());
    assertEquals("key_room", t.partitioning().keys().get(0).toString());
  }
}
