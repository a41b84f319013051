package dev.lockstep.cli;

import dev.lockstep.Migrator;
import org.postgresql.ds.PGSimpleDataSource;

/** An application that migrates when it starts, and knows nothing of signals. */
final class PlainProgram {
  private PlainProgram() {}

  /** With the URL of the database. */
  public static void main(String[] args) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    database.setUser("postgres");
    Migrator.of(database).upgrade();
  }
}
