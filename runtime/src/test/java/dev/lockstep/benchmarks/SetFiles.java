package dev.lockstep.benchmarks;

import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The same migrations for each way, in the form that it reads best, each in a jar of its own. */
final class SetFiles {
  /** Between two statements in {@code steps.txt}. */
  static final String STATEMENT = "\n;;\n";

  /** Between two migrations, each of which begins with its id. */
  static final String MIGRATION = "\n;;;\n";

  /** For {@code psql}. */
  static final String SCRIPT = "steps.sql";

  private static final PostgresDdl DDL = new PostgresDdl("public", Postgres.NEWEST);

  private SetFiles() {}

  /** The folder with all of them, for a database where those before are applied. */
  static Path write(Mix mix, int count) throws IOException {
    return write(mix + "-" + count, mix.steps(count), mix.before().size());
  }

  /** The folder with those that are applied before. */
  static Path writeBefore(Mix mix) throws IOException {
    return write("before-" + mix, mix.before(), 0);
  }

  /** @param applied how many of them are left out where nothing knows what is applied */
  private static Path write(String name, List<Step> steps, int applied) throws IOException {
    Path folder = Workplace.folder().resolve("sets").resolve(name);
    List<Step> missing = steps.subList(applied, steps.size());
    SetJars.write(
        folder.resolve("lockstep.jar"),
        SetSources.PACKAGE,
        SetSources.of(steps),
        Map.of(
            "META-INF/services/" + MigrationSet.class.getName(),
            SetSources.PACKAGE + ".Migrations\n"));
    resources(folder.resolve("plain.jar"), Map.of("steps.txt", plain(missing)));
    resources(folder.resolve("flyway.jar"), flyway(steps));
    resources(folder.resolve("liquibase.jar"), Map.of("changelog.sql", liquibase(steps)));
    resources(folder.resolve("ebean.jar"), ebean(steps));
    Files.writeString(
        folder.resolve(SCRIPT), missing.stream().map(SetFiles::sql).collect(Collectors.joining()));
    return folder;
  }

  private static void resources(Path jar, Map<String, String> files) throws IOException {
    SetJars.write(jar, "", Map.of(), files);
  }

  /** The statements that Lockstep sends for it. */
  static List<String> statements(Step step) {
    return SchemaEditor.record(step::upgrade).stream().map(DDL::sql).toList();
  }

  private static String sql(Step step) {
    return String.join(";\n", statements(step)) + ";\n";
  }

  private static String plain(List<Step> steps) {
    return steps.stream()
        .map(step -> step.id() + STATEMENT + String.join(STATEMENT, statements(step)))
        .collect(Collectors.joining(MIGRATION));
  }

  private static Map<String, String> flyway(List<Step> steps) {
    Map<String, String> files = new LinkedHashMap<>();
    steps.forEach(
        step -> files.put("db/migration/V" + step.number() + "__" + step.id() + ".sql", sql(step)));
    return files;
  }

  private static String liquibase(List<Step> steps) {
    return "--liquibase formatted sql\n\n"
        + steps.stream()
            .map(step -> "--changeset benchmark:" + step.id() + "\n" + sql(step) + "\n")
            .collect(Collectors.joining());
  }

  /** With the index that Ebean generates, so that it need not search the class path. */
  private static Map<String, String> ebean(List<Step> steps) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder index = new StringBuilder();
    for (Step step : steps) {
      String name = "1." + step.number() + "__" + step.id() + ".sql";
      files.put("dbmigration/" + name, sql(step));
      index.append(checksum(sql(step))).append(",").append(name).append("\n");
    }
    files.put("dbmigration/idx_postgres.migrations", index.toString());
    return files;
  }

  /** CRC-32 of the lines without their ends. */
  private static int checksum(String text) {
    CRC32 sum = new CRC32();
    text.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) sum.getValue();
  }
}
