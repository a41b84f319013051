package dev.lockstep.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way to bring a database up to date: a program with its own class path. */
enum Way {
  FLOOR("connect and one SELECT", "FloorProgram", "plain.jar", ""),
  LOCKSTEP("Lockstep", "LockstepProgram", "lockstep.jar", ""),
  ONE_MESSAGE("plain JDBC, one message each", "OneMessageProgram", "plain.jar", ""),
  JDBC("plain JDBC, one transaction each", "JdbcProgram", "plain.jar", ""),
  PSQL("psql -1", "", "", ""),
  FLYWAY("Flyway", "FlywayProgram", "flyway.jar", "flyway-.*"),
  LIQUIBASE(
      "Liquibase",
      "LiquibaseProgram",
      "liquibase.jar",
      "(liquibase-core|snakeyaml|commons-(collections4|text|lang3|io)|opencsv|jaxb-api)-.*"),
  EBEAN(
      "ebean-migration",
      "EbeanProgram",
      "ebean.jar",
      "(ebean-migration|ebean-ddl-runner|avaje-applog|classpath-scanner(-api)?)-.*");

  private final String label;
  private final String program;
  private final String setJar;
  private final Pattern jars;

  Way(String label, String program, String setJar, String jars) {
    this.label = label;
    this.program = program;
    this.setJar = setJar;
    this.jars = Pattern.compile(jars);
  }

  /** As tables name it. */
  String label() {
    return label;
  }

  String program() {
    return program;
  }

  /** What an application with these migrations would have on its class path, and no more. */
  List<Path> classPath(Path set) {
    List<Path> jars = new ArrayList<>();
    jars.add(set.resolve(setJar));
    if (this == LOCKSTEP) {
      jars.add(Path.of(System.getProperty("lockstep.jar")));
    }
    jars.addAll(found(this.jars));
    jars.addAll(found(Pattern.compile("postgresql-\\d.*")));
    jars.add(Workplace.programs());
    return jars;
  }

  private static List<Path> found(Pattern name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> name.matcher(path.getFileName().toString()).matches())
        .toList();
  }
}
