/** Applies migrations to a PostgreSQL database; needs only the JDK. */
module dev.lockstep.runtime {
  requires transitive java.sql;
  requires static info.picocli;
  requires static org.jspecify;

  exports dev.lockstep;
  exports dev.lockstep.diff;
  exports dev.lockstep.impact;
  exports dev.lockstep.operation;
  exports dev.lockstep.postgres;
  exports dev.lockstep.schema;

  opens dev.lockstep.cli to
      info.picocli;

  uses dev.lockstep.MigrationSet;
}
