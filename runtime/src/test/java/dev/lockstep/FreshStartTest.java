package dev.lockstep;

import static dev.lockstep.Shop.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What an up-to-date start loads; each class costs a new process time. */
class FreshStartTest {
  /** The first of each kind costs milliseconds. */
  private static final Pattern DEAR =
      Pattern.compile("Lambda|\\$Proxy|java\\.util\\.(regex|stream|function)\\.|Logger|Logging");

  private static final int FEW = 50;

  /** Few have their rows read, many a digest. */
  @ParameterizedTest
  @ValueSource(ints = {2, 100})
  void anUpToDateStartLoadsLittle(int applied) throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = new WrittenMigrations();
    for (int i = 1; i <= applied; i++) {
      migrations.add("M%04d".formatted(i), schema -> {});
    }
    migrator(database, migrations).upgrade();

    List<String> loaded =
        loaded(database, CompleteHistory.of(migrations.entries()).orElseThrow());

    assertEquals(
        List.of(), loaded.stream().filter(name -> DEAR.matcher(name).find()).toList());
    assertTrue(loaded.size() < FEW, () -> String.join("\n", loaded));
    assertTrue(loaded.contains("dev.lockstep.UpgradeReport"), () -> String.join("\n", loaded));
  }

  /** Names of the classes that the process loads between its two words. */
  private static List<String> loaded(DataSource database, CompleteHistory complete)
      throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout:none",
            "-cp",
            System.getProperty("java.class.path"),
            FreshStart.class.getName(),
            ((PGSimpleDataSource) database).getUrl() + "?user=postgres",
            complete.head(),
            String.valueOf(complete.size()),
            complete.digest())
        .redirectErrorStream(true)
        .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    return lines
        .subList(lines.indexOf(FreshStart.BEGIN) + 1, lines.indexOf(FreshStart.END))
        .stream()
        .map(line -> line.replaceFirst(" .*", ""))
        .toList();
  }
}
