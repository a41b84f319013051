package dev.lockstep.cli;

import dev.lockstep.MigrationSet;
import dev.lockstep.ServiceFinder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a command line over the migrations of {@link ShopMigrations} ended with and printed, with
 * times replaced; prints as {@code code|out|err}. In a line {@code ""} is an empty argument.
 */
public record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(Path folder, Map<String, String> environment, String line)
      throws IOException {
    return over(ShopMigrations.class, folder, environment, line);
  }

  /** A command line over other migrations. */
  static CommandLineRun over(
      Class<? extends MigrationSet> set, Path folder, Map<String, String> environment, String line)
      throws IOException {
    return run(set, folder, environment, false, line);
  }

  static CommandLineRun onTerminal(Path folder, Map<String, String> environment, String line)
      throws IOException {
    return run(ShopMigrations.class, folder, environment, true, line);
  }

  /** Variables that name the database. */
  public static Map<String, String> environment(DataSource database) {
    PGSimpleDataSource postgres = (PGSimpleDataSource) database;
    return Map.of(
        "PGHOST",
        "localhost",
        "PGPORT",
        String.valueOf(postgres.getPortNumbers()[0]),
        "PGUSER",
        "postgres",
        "PGDATABASE",
        postgres.getDatabaseName());
  }

  private static CommandLineRun run(
      Class<? extends MigrationSet> set,
      Path folder,
      Map<String, String> environment,
      boolean interactive,
      String line)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        interactive);
    String[] args = Arrays.stream(line.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals("\"\"") ? "" : word)
        .toArray(String[]::new);
    int code = ServiceFinder.of(folder, List.of(set.getName()))
        .during(() -> Main.execute(args, environment, terminal));
    return new CommandLineRun(code, steady(out), steady(err));
  }

  private static String steady(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .strip()
        .replaceAll("\\d+ ms", "N ms")
        .replaceAll("\"milliseconds\": \\d+", "\"milliseconds\": N")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T][0-9:.]+", "TIME");
  }

  @Override
  public String toString() {
    return code + "|" + out + "|" + err;
  }
}
