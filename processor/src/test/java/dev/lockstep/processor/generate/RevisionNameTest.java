package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionNameTest {
  private static final Map<String, String> NAMES = Map.ofEntries(
      Map.entry("Initial migration", "M0001_InitialMigration"),
      Map.entry("Add address to User", "M0001_AddAddressToUser"),
      Map.entry("add XML-import, 2nd try", "M0001_AddXMLImport2ndTry"),
      Map.entry("say \"hello\"; DROP TABLE 'x'", "M0001_SayHelloDROPTABLEX"),
      Map.entry("Adresse für Käufer ergänzen", "M0001_AdresseFurKauferErganzen"),
      Map.entry("Ångström", "M0001_Angstrom"),
      Map.entry("添加地址", "M0001_Migration"),
      Map.entry("添加 address 列", "M0001_Address"),
      Map.entry("!?... --", "M0001_Migration"),
      Map.entry("../../etc/passwd", "M0001_EtcPasswd"),
      Map.entry("a\nb\tc\0d", "M0001_ABCD"),
      Map.entry("\ud83d\ude00 smile", "M0001_Smile"),
      Map.entry("under_score", "M0001_UnderScore"),
      Map.entry("x".repeat(300), "M0001_X" + "x".repeat(59)),
      Map.entry("word ".repeat(60), "M0001_" + "Word".repeat(15)));

  @Test
  void makesAClassNameOfAnything() {
    NAMES.forEach((description, name) -> {
      assertEquals(name, RevisionName.of(description, List.of()), description);
      assertTrue(RevisionName.PATTERN.matcher(name).matches(), name);
    });
  }

  @Test
  void countsOnFromTheHighestNumber() {
    assertEquals("M0008_X", RevisionName.of("x", List.of("M0002_A", "M0007_B", "M0001_C")));
    assertEquals("M10000_X", RevisionName.of("x", List.of("M9999_A")));
    assertEquals("M10001_X", RevisionName.of("x", List.of("M10000_A", "M9999_B")));
  }

  @Test
  void ignoresWhatIsNoMigration() {
    assertEquals("M0001_X", RevisionName.of("x", List.of("Migrations", "M99_Short", "Main")));
  }
}
