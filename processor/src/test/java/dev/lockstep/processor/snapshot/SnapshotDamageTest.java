package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of damage has its message, with the line where it is. */
class SnapshotDamageTest {
  private static final String TEXT = SnapshotJson.write(SampleSnapshot.small());
  private static final String FILE = "src/shop/schema.json";

  /** A damaged text, and the first line of the message for it, after the file's name. */
  record Damage(String text, String message) {}

  private static Damage replaced(String from, String to, String message) {
    assertTrue(TEXT.contains(from), from);
    return new Damage(TEXT.replace(from, to), message);
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("", "Damaged 1: the file is empty"),
        new Damage(" \n\t\n", "Damaged 1: the file is empty"),
        new Damage(
            TEXT.substring(0, TEXT.indexOf("\"identity\"")), "Damaged 20: the file is cut off"),
        new Damage(TEXT.substring(0, TEXT.indexOf("rname\"")), "Damaged 12: the file is cut off"),
        new Damage("<html>\n", "Damaged 1: the file is not JSON: Unexpected character"),
        replaced("\"heads\": [", "\"heads\": [,", "Damaged 3: the file is not JSON: Unexpected"),
        replaced("  \"tables\"", "\"tables", "Damaged 6: the file is not JSON: "),
        new Damage(TEXT + "{}\n", "Damaged 38: text follows the end of the snapshot"),
        new Damage("[]", "Damaged 1: the file must be an object"),
        new Damage("null", "Damaged 1: the file must be an object"),
        new Damage("{}", "Damaged 1: property \"format\" is missing"),
        replaced(
            "\"format\": 1",
            "\"format\": \"1\"",
            "Damaged 2: property \"format\" must be a whole number"),
        replaced(
            "\"format\": 1",
            "\"format\": 1.5",
            "Damaged 2: property \"format\" must be a whole number"),
        replaced("\"format\": 1", "\"format\": 0", "Damaged 2: there is no format 0"),
        replaced(
            "\"format\": 1",
            "\"format\": 3",
            "Newer 2: the snapshot has format 3, this version of Lockstep reads up to 2"),
        new Damage(
            "{\"format\": 7, \"everything\": \"else\"}",
            "Newer 1: the snapshot has format 7, this version of Lockstep reads up to 2"),
        replaced("\"heads\"", "\"head\"", "Damaged 1: property \"heads\" is missing"),
        replaced("\"tables\"", "\"views\"", "Damaged 1: property \"tables\" is missing"),
        replaced("\"type\": \"bigint\",\n", "", "Damaged 16: property \"type\" is missing"),
        replaced(
            "\"columns\": [\n", "\"fields\": [\n", "Damaged 7: property \"columns\" is missing"),
        replaced(
            "\"notNull\"", "\"nullable\"", "Damaged 14: property \"nullable\" is unknown here"),
        replaced(
            "\"identity\": { }",
            "\"identity\": {\"step\": 1}",
            "Damaged 20: property \"step\" is unknown here"),
        replaced(
            "\"identity\": { }",
            "\"identity\": true",
            "Damaged 20: property \"identity\" must be an object"),
        replaced(
            "\"notNull\": true",
            "\"notNull\": 1",
            "Damaged 14: property \"notNull\" must be true or false"),
        replaced(
            "\"name\": \"user\",",
            "\"name\": null,",
            "Damaged 8: property \"name\" must be a text"),
        replaced("[ \"id\" ]", "[ 1 ]", "Damaged 27: an item of \"columns\" must be a text"),
        replaced("[ \"id\" ]", "\"id\"", "Damaged 27: property \"columns\" must be a list"),
        replaced("[ \"id\" ]", "[ ]", "Damaged 27: property \"columns\" is empty"),
        replaced(
            "\"type\": \"bigint\"",
            "\"type\": \"bigint\", \"type\": \"bigint\"",
            "Damaged 18: property \"type\" is there twice"),
        replaced(
            "\"name\": \"id\"",
            "\"name\": \"username\"",
            "Damaged 17: column \"username\" is there twice"),
        replaced(
            "user_username_key",
            "user_pkey",
            "Damaged 30: constraint \"user_pkey\" is there twice"),
        replaced(
            "\"M0001_InitialMigration\"",
            "\"M0001_A\", \"M0001_A\"",
            "Damaged 4: head \"M0001_A\" is there twice"),
        replaced(
            "[ \"id\" ]", "[ \"ident\" ]", "Damaged 27: table \"user\" has no column \"ident\""),
        replaced(
            "\"unique\"", "\"primary key\"", "Damaged 23: table \"user\" has two primary keys"),
        replaced(
            "\"unique\"",
            "\"uniq\"",
            "Damaged 31: property \"kind\" is \"uniq\", not one of [primary key, unique, foreign key, check, exclusion]"),
        replaced("\"bigint\"", "\"big(int\"", "Damaged 18: \"big(int\" is not the name of a type"),
        replaced("\"bigint\"", "\"int8\"", "Damaged 18: type \"int8\" is written \"bigint\" here"),
        replaced(
            "\"identity\": { }", "\"default\": \" \"", "Damaged 20: an SQL expression is empty"),
        replaced(
            "\"identity\": { }",
            "\"identity\": { }, \"default\": \"1\"",
            "Damaged 16: column \"id\" has more than one of"),
        replaced(
            "\"identity\": { }",
            "\"identity\": {\"start\": 99999999999999999999}",
            "Damaged 20: property \"start\" is out of range"),
        replaced(
            "\"unique\",\n          \"columns\": [ \"username\" ]",
            "\"foreign key\",\n\"columns\": [ \"id\" ],\n\"references\": \"order\",\n\"referencedColumns\": [\"id\"]",
            "Damaged 33: foreign key \"user_username_key\" references table \"order\", which is not there"),
        replaced(
            "\"unique\",\n          \"columns\": [ \"username\" ]",
            "\"foreign key\",\n\"columns\": [ \"id\" ],\n\"references\": \"user\",\n\"referencedColumns\": [\"nr\"]",
            "Damaged 34: table \"user\" has no column \"nr\""),
        replaced(
            "\"unique\",\n          \"columns\": [ \"username\" ]",
            "\"foreign key\",\n\"columns\": [ \"id\" ],\n\"references\": \"user\",\n\"referencedColumns\": [\"id\", \"username\"]",
            "Damaged 34: foreign key \"user_username_key\" has 1 columns and references 2"),
        replaced(
            "\"constraints\": [",
            "\"indexes\": [{\"name\": \"i\", \"elements\": [\"(lower(a)\"]}],\n\"constraints\": [",
            "Damaged 23: \"(lower(a)\" is no index element"),
        replaced(
            "\"constraints\": [",
            "\"indexes\": [{\"name\": \"i\", \"elements\": [\"nr\"]}],\n\"constraints\": [",
            "Damaged 23: table \"user\" has no column \"nr\""),
        replaced(
            "    {\n      \"name\": \"user\"",
            "    {\"name\": \"user\", \"columns\": []},\n    {\n      \"name\": \"user\"",
            "Damaged 8: table \"user\" is there twice"),
        replaced(
            "    \"M0001_InitialMigration\"\n",
            "<<<<<<< HEAD\n<<<<<<< HEAD\n    \"M0002_A\"\n=======\n    \"M0002_B\"\n>>>>>>> other\n",
            "Conflict 5: a conflict begins inside another: its markers were committed, and it is in"
                + " conflict again"),
        replaced(
            "    \"M0001_InitialMigration\"\n",
            "    \"M0002_B\"\n>>>>>>> other\n",
            "Conflict 5: the file is in a merge conflict whose markers were edited: a conflict ends"
                + " that has not begun"),
        new Damage("[".repeat(100_000), "Damaged 1: the file is not JSON: "));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isNamedWithFileAndLine(Damage damage) {
    SnapshotException e =
        assertThrows(SnapshotException.class, () -> SnapshotSides.of(damage.text()));

    String text = e.problem(FILE).text();
    String[] codeAndRest = damage.message().split(" ", 2);
    String expected = "[lockstep:Snapshot" + codeAndRest[0] + "] " + FILE + ":" + codeAndRest[1];
    assertEquals(expected, text.substring(0, Math.min(text.length(), expected.length())), text);
    assertTrue(e.problem(FILE).fixes().size() > 0, text);
  }
}
