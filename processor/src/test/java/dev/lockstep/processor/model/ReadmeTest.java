package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The READMEs say what is so. */
class ReadmeTest {
  private static final Path ANNOTATIONS = Path.of("../annotations/README.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** The rows of the first table of a section, as cells. */
  private static List<List<String>> table(String section) throws IOException {
    return Files.readString(ANNOTATIONS)
        .replaceFirst("(?s).*\n## " + section + "\n", "")
        .replaceFirst("(?s)\n## .*", "")
        .lines()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  @Test
  void listsTheTypes() throws IOException {
    List<String> javaTypes = new ArrayList<>();
    List<SqlType> sqlTypes = new ArrayList<>();
    for (List<String> row : table("Types")) {
      List<String> plain =
          codes(row.get(0)).stream().filter(type -> !type.contains("@")).toList();
      if (!row.get(0).startsWith("an ")) {
        javaTypes.addAll(plain);
        plain.forEach(type -> sqlTypes.add(SqlType.parse(codes(row.get(1)).get(0))));
      }
    }
    assertTrue(javaTypes.size() >= 28, javaTypes.toString());
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < javaTypes.size(); i++) {
      fields.append(javaTypes.get(i)).append(" c").append(i).append("; ");
    }
    assertEquals(
        sqlTypes,
        Model.table("@Table class T { " + fields + "}").columns().stream()
            .map(Column::type)
            .toList());
  }

  @Test
  void listsTheNames() throws IOException {
    List<List<String>> rows = table("Names");
    assertEquals(6, rows.size());
    rows.forEach(row ->
        assertEquals(codes(row.get(1)).get(0), SnakeCase.of(codes(row.get(0)).get(0))));
  }

  @Test
  void showsModelsThatAreSound() throws IOException {
    String text = Files.readString(ANNOTATIONS);
    String user = text.substring(text.indexOf("@Table(comment"), text.indexOf("\n}\n```") + 2);
    String references = block(text, "@References(User.class) Long buyerId");
    String foreignKey = block(
        text, "@ForeignKey(columns = {\"country\", \"regionCode\"}, references = Region.class)\n");
    String indexes = block(text, "@Index String city");
    Model model = Model.of(
        user.replace("String country;", "String country; @Column(unique = true) String email;"),
        "@Table record Region(@Id String country, @Id String code) {}",
        foreignKey,
        "@Table class Order {" + references + "}",
        "@Table class Place { Instant createdAt; " + indexes + "}",
        "package app.embedded; " + block(text, "@Embeddable record Position"),
        "package app.embedded; " + block(text, "@Index(columns = {\"city\", \"street\"})"),
        "package app.embedded; " + block(text, "@Unique(columns = {\"home.city\", \"name\"})"));
    assertEquals(
        "name home_street home_city home_at_lat home_at_lon street city latitude at_lon",
        String.join(
            " ",
            model.schema().table(QualifiedName.of("customer")).columns().asList().stream()
                .map(Column::name)
                .toList()));
    assertEquals(
        Set.of("user", "region", "address", "order", "place", "customer"),
        Set.copyOf(
            model.schema().tables().keySet().stream().map(Object::toString).toList()));
  }

  @Test
  void showsObjectsThatAreSound() throws IOException {
    String text = Files.readString(ANNOTATIONS);
    String sequence = block(text, "@Sequence(name = \"invoice_number\", start = 1000, ownedBy");
    Model model = Model.compile(
            "@Database(extensions = \"citext\")" + sequence.replace("com.example.shop", "app"),
            "@Table class Invoice { int number; State state; }",
            block(text, "@Exclude(elements = {\"room with =\", \"during with &&\"})\n"),
            block(
                text, "@EnumType(replaced = @ReplacedValue(value = \"LOST\", by = \"CLOSED\"))\n"),
            block(text, "@View(query = \"SELECT country"),
            block(text, "@Partitioned(by = PartitionStrategy.LIST"))
        .read();
    assertEquals(
        Set.of("booking", "customer", "invoice"),
        Set.copyOf(
            model.schema().tables().keySet().stream().map(Object::toString).toList()));
    assertEquals(
        List.of(
            "extension \"citext\"",
            "enum \"state\"",
            "sequence \"invoice_number\"",
            "materialized view \"customers_by_country\""),
        model.schema().objects().keySet().stream().map(Object::toString).toList());
    assertTrue(text.contains("`booking_room_during_excl`"));
    assertEquals(
        "booking_room_during_excl",
        model
            .schema()
            .table(QualifiedName.of("booking"))
            .constraints(Exclusion.class)
            .findFirst()
            .orElseThrow()
            .name());
  }

  private static String block(String text, String start) {
    int from = text.indexOf(start);
    return text.substring(from, text.indexOf("```", from));
  }
}
