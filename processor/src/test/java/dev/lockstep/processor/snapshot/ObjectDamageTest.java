package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damage to what only the second format holds: each kind has its message, with its line. */
class ObjectDamageTest {
  private static final String TEXT = SnapshotJson.write(SampleSnapshot.second());

  /**
   * A damaged text.
   *
   * @param line of the text in which {@code at} stands
   */
  record Damage(String text, int line, String message) {}

  /** One change, and the message, which names the line of {@code at} in the damaged text. */
  private static Damage damage(String from, String to, String at, String message) {
    int place = TEXT.indexOf(from);
    assertTrue(place >= 0, from);
    String text = TEXT.substring(0, place) + to + TEXT.substring(place + from.length());
    int after = text.indexOf(at, place);
    int found = after >= 0 ? after : text.lastIndexOf(at, place);
    assertTrue(found >= 0, at);
    return new Damage(text, (int) text.substring(0, found).lines().count(), message);
  }

  private static Damage damage(String from, String to, String message) {
    return damage(from, to, to.strip(), message);
  }

  static Stream<Damage> damages() {
    return Stream.concat(Stream.concat(enums(), sequences()), Stream.concat(tables(), others()));
  }

  private static Stream<Damage> enums() {
    return Stream.of(
        damage("\"happy\"", "\"sad\"", "value \"sad\" is there twice"),
        damage("\"happy\"", "7", "an item of \"values\" must be a text"),
        damage("\"values\": [ ]", "\"values\": \"a\"", "property \"values\" must be a list"),
        damage(
            "\"schema\": \"app\",\n      \"values\": [ ]",
            "\"schema\": \"app\"",
            "{\n      \"name\": \"mood\",\n      \"schema\"",
            "property \"values\" is missing"),
        damage(
            "\"schema\": \"app\",\n      \"values\"",
            "\"values\"",
            "\"name\": \"mood\",\n      \"values\"",
            "enum \"mood\" is there twice"),
        damage(
            "\"values\": [ ]",
            "\"labels\": [ ], \"values\": []",
            "property \"labels\" is unknown here"),
        damage(
            "\"name\": \"citext\"",
            "\"name\": \"btree_gist\"",
            "\"name\": \"btree_gist\",\n",
            "extension \"btree_gist\" is there twice"),
        damage("\"enums\"", "\"domains\"", "property \"domains\" is unknown here"));
  }

  private static Stream<Damage> sequences() {
    return Stream.of(
        damage(
            "\"type\": \"integer\"",
            "\"type\": \"text\"",
            "the type of a sequence is smallint, integer or bigint, not text"),
        damage(
            "\"type\": \"integer\"",
            "\"type\": \"int4\"",
            "type \"int4\" is written \"integer\" here"),
        damage("\"start\": 10", "\"start\": \"10\"", "property \"start\" must be a whole number"),
        damage(
            "\"table\": \"sale\"",
            "\"table\": \"sold\"",
            "\"owner\": {",
            "sequence \"number\" is owned by table \"sold\", which is not there"),
        damage(
            "\"column\": \"id\"",
            "\"column\": \"nr\"",
            "\"owner\": {",
            "table \"sale\" has no column \"nr\""),
        damage(
            "\"column\": \"id\"",
            "\"columns\": \"id\"",
            "\"owner\": {",
            "property \"column\" is missing"),
        damage(
            "\"column\": \"id\"",
            "\"column\": \"id\", \"always\": true",
            "property \"always\" is unknown here"),
        damage(
            "\"name\": \"number\",\n      \"schema\": \"app\"",
            "\"name\": \"number\"",
            "\"name\": \"number\"\n",
            "sequence \"number\" is there twice"));
  }

  private static Stream<Damage> tables() {
    return Stream.of(
        damage("\"unlogged\": true", "\"unlogged\": 1", "property \"unlogged\" must be true"),
        damage(
            "\"fillfactor\": \"70\"",
            "\"fillfactor\": 70",
            "property \"fillfactor\" must be a text"),
        damage(
            "\"by\": \"range\"",
            "\"by\": \"day\"",
            "property \"by\" is \"day\", not one of [range, list, hash]"),
        damage(
            "\"keys\": [ \"day\", \"(lower(note))\" ],",
            "",
            "\"partitioned\"",
            "property \"keys\" is missing"),
        damage(
            "\"keys\": [ \"day\", \"(lower(note))\" ]",
            "\"keys\": [ ]",
            "property \"keys\" is empty"),
        damage(
            "\"keys\": [ \"day\"", "\"keys\": [ \"week\"", "table \"sale\" has no column \"week\""),
        damage("\"(lower(note))\"", "\"(lower(note)\"", "\"(lower(note)\" is no index element"),
        damage(
            "\"name\": \"sale_rest\"",
            "\"name\": \"sale_2025\"",
            "\"name\": \"sale_2025\",\n            \"values\": \"DEFAULT\"",
            "partition \"sale_2025\" is there twice"),
        damage(
            "\"name\": \"sale_rest\"",
            "\"name\": \"audit\"",
            "partition \"audit\" has the name of a table"),
        damage("\"values\": \"DEFAULT\"", "\"values\": \"\"", "an SQL expression is empty"),
        damage(
            "\"partitioned\": {",
            "\"partitions\": [ ], \"partitioned\": {",
            "property \"partitions\" is unknown here"),
        damage(
            "\"storage\": \"external\"",
            "\"storage\": \"inline\"",
            "property \"storage\" is \"inline\", not one of [plain, main, external, extended]"),
        damage(
            "\"statistics\": 500",
            "\"statistics\": 10001",
            "property \"statistics\" is 10001, not one of 0 to 10000"),
        damage(
            "\"room with =\"",
            "\"room =\"",
            "\"room =\" is no column or expression with an operator"),
        damage("\"room with =\"", "\"hall with =\"", "table \"booking\" has no column \"hall\""),
        damage(
            "\"method\": \"gist\",\n",
            "",
            "{\n          \"name\": \"booking_excl\"",
            "property \"method\" is missing"),
        damage(
            "\"withoutOverlaps\": true",
            "\"withoutOverlaps\": \"yes\"",
            "property \"withoutOverlaps\" must be true or false"),
        damage("\"period\": true", "\"period\": 1", "property \"period\" must be true or false"));
  }

  private static Stream<Damage> others() {
    return Stream.of(
        damage(
            "\"format\": 2",
            "\"format\": 1",
            "the snapshot holds what format 1 cannot; its format is 2"),
        damage(
            "\"materialized\": true",
            "\"materialized\": false",
            "\"indexes\": [",
            "view \"b\" has indexes, which only a materialized one can have"),
        damage(
            "\"query\": \"SELECT 1 AS one\"",
            "\"query\": \"-- none\"",
            "an SQL expression is empty"),
        damage("\"query\": \"SELECT 1 AS one\"", "\"query\": [ ]", "property \"query\" is empty"),
        damage(
            "\"query\": \"SELECT 1 AS one\"",
            "\"query\": [ \"SELECT\", 1 ]",
            "an item of \"query\" must be a text"),
        damage(
            "\"query\": \"SELECT 1 AS one\"",
            "\"query\": { }",
            "property \"query\" must be a text"),
        damage("\"name\": \"a\"", "\"name\": \"audit\"", "view \"audit\" has the name of a table"),
        damage("\"name\": \"a\"", "\"name\": \"mood\"", "view \"mood\" has the name of an enum"),
        damage(
            "\"name\": \"b\"",
            "\"name\": \"number\"",
            "materialized view \"number\" has the name of a sequence"),
        damage(
            "\"name\": \"b\"", "\"name\": \"a\"", "materialized view \"a\" has the name of a view"),
        damage(
            "\"name\": \"b_id_idx\"",
            "\"name\": \"room\"",
            "index \"room\" has the name of a table"),
        damage(
            "\"create\": [",
            "\"make\": [",
            "{\n      \"name\": \"touch\"",
            "property \"create\" is missing"),
        damage(
            "\"drop\": \"DROP FUNCTION touch()\"",
            "\"drop\": null",
            "property \"drop\" must be a text"),
        damage(
            "\"name\": \"touch_sale\"",
            "\"name\": \"touch\"",
            "SQL object \"touch\" is there twice"),
        damage("\"needs\": [ \"sale\"", "\"needs\": [ \"touch\"", "need \"touch\" is there twice"),
        damage(
            "\"name\": \"touch_sale\"",
            "\"name\": \"touch_sale\", \"schema\": \"app\"",
            "property \"schema\" is unknown here"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isNamedWithFileAndLine(Damage damage) {
    SnapshotException e =
        assertThrows(SnapshotException.class, () -> SnapshotJson.read(damage.text()));

    String expected =
        "[lockstep:SnapshotDamaged] schema.json:" + damage.line() + ": " + damage.message();
    String text = e.problem("schema.json").text();
    assertEquals(expected, text.substring(0, Math.min(text.length(), expected.length())), text);
  }
}
