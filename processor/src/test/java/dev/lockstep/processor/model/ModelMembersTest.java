package dev.lockstep.processor.model;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.processor.model.ModelReaderTest.schema;
import static dev.lockstep.processor.model.ModelReaderTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelMembersTest {
  private static final String USER =
      "@Table class User { @Id @Identity Long id; @Column(unique = true) String email; }";

  private static final dev.lockstep.schema.Table USER_TABLE = table(
      "user",
      column("id", bigint()).notNull().identity(),
      column("email", text()),
      primaryKey("user_pkey", "id"),
      unique("user_email_key", "email"));

  private static List<Index> indexes(String annotations) {
    return Model.table(
            annotations
                + " @Table class T { String a; String userName; @Column(\"my col\") String b; int desc; }")
        .indexes()
        .asList();
  }

  private static Member member(String table, String name) {
    return new Member(QualifiedName.of(table), name);
  }

  @Test
  void referencesByKeyAndByClass() {
    assertEquals(
        schema(
            USER_TABLE,
            table(
                "order",
                column("buyer", bigint()),
                column("seller_id", bigint()),
                column("mail", text()),
                column("agent_email", text()),
                column("named", bigint()),
                column("parent_id", bigint()),
                column("id", bigint()).notNull(),
                primaryKey("order_pkey", "id"),
                foreignKey("order_buyer_fkey", "buyer")
                    .references("user", "id")
                    .onDelete(ReferentialAction.CASCADE)
                    .onUpdate(ReferentialAction.SET_NULL)
                    .deferrable(),
                foreignKey("order_seller_id_fkey", "seller_id").references("user", "id"),
                foreignKey("order_mail_fkey", "mail").references("user", "email"),
                foreignKey("agent", "agent_email").references("user", "email").initiallyDeferred(),
                foreignKey("order_named_fkey", "named").references("user", "id"),
                foreignKey("order_parent_id_fkey", "parent_id").references("order", "id"))),
        Model.of(USER, """
            @Table class Order {
              @References(value = User.class, onDelete = ReferentialAction.CASCADE, onUpdate = ReferentialAction.SET_NULL, deferrable = true) Long buyer;
              @References User seller;
              @References(value = User.class, column = "email") String mail;
              @References(column = "email", name = "agent", deferrable = true, initiallyDeferred = true) User agent;
              @References(User.class) @Column("named") User other;
              @References Order parent;
              @Id Long id;
            }""").schema());
  }

  @Test
  void takesTheTypeOfAKeyThatIsItselfAReference() {
    assertEquals(
        schema(
            USER_TABLE,
            table(
                "profile",
                column("user_id", bigint()).notNull(),
                primaryKey("profile_pkey", "user_id"),
                foreignKey("profile_user_id_fkey", "user_id").references("user", "id")),
            table(
                "picture",
                column("of_user_id", bigint()),
                column("state", text()),
                foreignKey("picture_of_user_id_fkey", "of_user_id")
                    .references("profile", "user_id"),
                foreignKey("picture_state_fkey", "state").references("state", "code")),
            table(
                "state",
                column("code", text()).notNull(),
                primaryKey("state_pkey", "code"),
                check("state_code_check", "code IN ('ON', 'OFF')"))),
        Model.of(
                USER,
                "@Table class Profile { @Id @References User user; }",
                "@Table class Picture { @References Profile of; @References @Column(name = \"state\") State s; }",
                "@Table class State { enum Code { ON, OFF } @Id Code code; }")
            .schema());
  }

  @Test
  void readsCompositeKeysAndForeignKeys() {
    assertEquals(
        schema(
            table(
                "region",
                column("country", text()).notNull(),
                column("code", text()).notNull(),
                primaryKey("region_pkey", "country", "code")),
            table(
                "address",
                column("country", text()),
                column("region_code", text()),
                column("code2", text()),
                foreignKey("address_country_region_code_fkey", "country", "region_code")
                    .references("region", "country", "code"),
                foreignKey("second", "code2", "country")
                    .references("region", "code", "country")
                    .onUpdate(ReferentialAction.CASCADE))),
        Model.of("@Table record Region(@Id String country, @Id String code) {}", """
            @ForeignKey(columns = {"country", "regionCode"}, references = Region.class)
            @ForeignKey(columns = {"code2", "country"}, references = Region.class, referencedColumns = {"code", "country"}, name = "second", onUpdate = ReferentialAction.CASCADE)
            @Table class Address { String country; String regionCode; String code2; }
            """)
            .schema());
  }

  @Test
  void referencesTablesOfOtherSchemas() {
    assertEquals(
        foreignKey("b_a_id_fkey", "a_id").references(new QualifiedName("other", "a"), "id"),
        Model.of(
                "@Table(schema = \"other\") class A { @Id int id; }",
                "@Table class B { @References A a; }")
            .schema()
            .table(QualifiedName.of("b"))
            .constraints()
            .get("b_a_id_fkey"));
  }

  @Test
  void readsUniqueConstraints() {
    assertEquals(
        List.of(
            unique("t_b_key", "b"),
            unique("t_a_b_key", "a", "b").nullsNotDistinct(),
            unique("t_c_a_key", "c").include("a").deferrable(),
            unique("mine", "a").initiallyDeferred()),
        Model.table("""
            @Unique(columns = {"a", "b"}, nullsNotDistinct = true)
            @Unique(columns = "c", include = "a", deferrable = true)
            @Unique(columns = "a", name = "mine", deferrable = true, initiallyDeferred = true)
            @Table class T { String a; @Column(unique = true) String b; String c; }""").constraints().asList());
  }

  @Test
  void leavesOutUniqueConstraintsThatRepeatOthers() {
    assertEquals(
        List.of(primaryKey("t_pkey", "id"), unique("t_b_key", "b"), unique("mine", "b")),
        Model.table("""
            @Unique(columns = "b") @Unique(columns = "id") @Unique(columns = "b", name = "mine")
            @Table class T { @Id @Column(unique = true) int id; @Column(unique = true) String b; }""").constraints().asList());
  }

  @Test
  void readsChecks() {
    assertEquals(
        List.of(
            check("t_a_check", "a > 0"),
            check("t_check", "a < b"),
            check("t_b_check", "b > 0 AND b < 9"),
            check("mine", "true"),
            check("t_check1", "a + b > 0"),
            check("t_a_check1", "t.a <> 7"),
            check("t_date_check", "date > date '2020-01-01'"),
            check("t_a_check2", "a > length(date '2020-01-01'::text)")),
        Model.table("""
            @Check(value = "true", name = "mine") @Check("a + b > 0") @Check("t.a <> 7")
            @Check("date > date '2020-01-01'") @Check("a > length(date '2020-01-01'::text)")
            @Table class T { @Check("a > 0") @Check("a < b") int a; @Check("b > 0 AND b < 9") int b; LocalDate date; }""").constraints().asList());
  }

  @Test
  void readsIndexesOfClasses() {
    assertEquals(
        List.of(
            index("t_a_user_name_idx", "a", "user_name desc nulls last"),
            uniqueIndex("t_lower_idx", "(lower(a)) desc").where("a <> ''").nullsNotDistinct(),
            index("mine", "a collate \"C\" text_pattern_ops")
                .using("gin")
                .with("fastupdate", "off"),
            index("t_my col_desc_a_idx", "\"my col\"", "\"desc\"").include("a"),
            index("t_my col_idx", "\"my col\" desc")),
        indexes("""
            @Index(columns = {"a", "userName desc nulls last"})
            @Index(columns = "(lower(a)) desc", unique = true, where = "a <> ''", nullsNotDistinct = true)
            @Index(columns = "a collate \\"C\\" text_pattern_ops", name = "mine", method = "gin", with = "FastUpdate = off")
            @Index(columns = {"my col", "desc"}, include = "a")
            @Index(columns = "\\"my col\\" desc")"""));
  }

  @Test
  void startsIndexesOfFieldsWithTheirColumn() {
    assertEquals(
        List.of(
            index("t_a_idx", "a"),
            index("t_a_b_idx", "a", "b desc"),
            index("t_lower_idx", "(lower(a))"),
            index("t_b_a_idx", "b", "a"),
            index("t_a_idx1", "a desc")),
        Model.table("""
            @Table class T {
              @Index @Index(columns = "b desc") @Index(columns = "(lower(a))") @Index(columns = {"b", "a"}) @Index(columns = "a desc") String a;
              String b;
            }""").indexes().asList());
  }

  @Test
  void givesWrittenNamesBeforeChosenOnes() {
    assertEquals(
        schema(
            table("a", column("x", integer()).notNull())
                .withIndexes(NamedList.of(List.of(index("a_x_idx1", "x")))),
            table("b", column("x", integer()).notNull())
                .withIndexes(NamedList.of(List.of(index("a_x_idx", "x")))),
            table("a_x_key", column("x", integer()).notNull(), unique("a_x_key_x_key", "x")),
            table("c", column("x", integer()).notNull(), unique("c_x_key", "x"))),
        Model.of(
                "@Table class A { @Index int x; }",
                "@Table class B { @Index(name = \"a_x_idx\") int x; }",
                "@Table(\"a_x_key\") class K { @Column(unique = true) int x; }",
                "@Table class C { @Column(unique = true) int x; }")
            .schema());
  }

  @Test
  void notesWhichNamesNobodyWrote() {
    assertEquals(
        Set.of(
            member("t", "t_pkey"),
            member("t", "t_a_key"),
            member("t", "t_b_check"),
            member("t", "t_c_check"),
            member("t", "t_b_fkey"),
            member("t", "t_b_idx")),
        Model.of("""
            @Unique(columns = "b", name = "written") @Index(columns = "b", name = "written_idx")
            @Table class T {
              enum E { X }
              @Id int id; @Column(unique = true) int a;
              @References(T.class) @Check("b > 0") @Check(value = "b < 9", name = "mine") @Index int b;
              E c;
            }""").hints().derivedNames());
  }

  @Test
  void readsHints() {
    assertEquals(
        new DiffHints(
            Map.of(
                QualifiedName.of("t"),
                QualifiedName.of("old"),
                QualifiedName.of("u"),
                new QualifiedName("app", "old"),
                QualifiedName.of("v"),
                QualifiedName.of("dotted.name"),
                new QualifiedName("app", "w"),
                QualifiedName.of("w_old"),
                new QualifiedName("app", "x"),
                new QualifiedName("app", "x_old")),
            Map.of(member("t", "a"), "A (old)"),
            Map.of(member("t", "a"), SqlExpression.of("a::integer")),
            Map.of(member("t", "b"), SqlExpression.of("'x'")),
            Set.of()),
        Model.compile(
                Model.DATABASE,
                "@Table(renamedFrom = \"old\") class T { @Column(renamedFrom = \"A (old)\", using = \"a::integer\") Integer a; @Column(backfill = \"'x'\") String b; }",
                "@Table(renamedFrom = \"app.old\") class U {}",
                "@Table(renamedFrom = \"dotted.name\") class V {}",
                "@Table(schema = \"app\", renamedFrom = \"w_old\") class W {}",
                "@Table(schema = \"app\", renamedFrom = \"x_old\") class X {}")
            .recorded("dotted.name", "gone.Dotted")
            .recorded("w_old", "gone.W")
            .read()
            .hints());
  }
}
