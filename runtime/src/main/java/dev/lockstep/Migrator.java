package dev.lockstep;

import dev.lockstep.engine.Configuration;
import dev.lockstep.engine.Configuration.Losses;
import dev.lockstep.engine.ConnectionSource;
import dev.lockstep.engine.Course;
import dev.lockstep.engine.Downgrader;
import dev.lockstep.engine.DriftFinder;
import dev.lockstep.engine.Failures;
import dev.lockstep.engine.FirstLook;
import dev.lockstep.engine.InterruptibleRun;
import dev.lockstep.engine.Interruption;
import dev.lockstep.engine.Limits;
import dev.lockstep.engine.Locking;
import dev.lockstep.engine.MigrationSets;
import dev.lockstep.engine.Reconnecting;
import dev.lockstep.engine.Repairer;
import dev.lockstep.engine.RevisionDescriber;
import dev.lockstep.engine.RevisionGraph;
import dev.lockstep.engine.ScriptWriter;
import dev.lockstep.engine.Session;
import dev.lockstep.engine.SharedGraph;
import dev.lockstep.engine.Stamper;
import dev.lockstep.engine.StatusReader;
import dev.lockstep.engine.TargetSchema;
import dev.lockstep.engine.Upgrader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to a revision of its migrations. Any number of processes and threads may do so
 * at once: one works, the others wait for it. Each call takes one connection and gives it back; an
 * upgrade or a downgrade that loses it goes on with another.
 *
 * <p>Interrupt the thread that works, or let the process end: what runs on the server is cancelled
 * and rolled back, the lock is given back, and an exception with the code {@code Interrupted} says
 * how far it got; the thread stays interrupted.
 *
 * <p>Where a revision is asked for, a unique prefix of its id will do, or {@code head} or
 * {@code base}. Every method throws a {@link LockstepException}, whose message says what to do.
 */
public final class Migrator {
  private final ConnectionSource source;
  private final Configuration configuration;

  /** What a method does with the connection. */
  private interface Task<R> {
    R run(Session session) throws SQLException;
  }

  private Migrator(ConnectionSource source, Configuration configuration) {
    this.source = source;
    this.configuration = configuration;
  }

  /**
   * A migrator for the only {@code @Database} of the class path, with its own schema.
   *
   * @throws UsageException if there are no migrations, or those of several databases
   */
  public static Migrator of(DataSource dataSource) {
    return builder(dataSource).build();
  }

  public static Builder builder(DataSource dataSource) {
    return new Builder(ConnectionSource.of(dataSource));
  }

  /** Works on this connection, which must be in autocommit; it stays open. */
  public static Builder builder(Connection connection) {
    return new Builder(ConnectionSource.of(connection));
  }

  /** Applies all that is not applied yet; costs one round trip if nothing is to do. */
  public UpgradeReport upgrade() {
    return upgradeTo(RevisionGraph.HEAD);
  }

  /** Applies the revision and what comes before it; never reverts anything. */
  public UpgradeReport upgradeTo(String revision) {
    return upgradeTo(revision, Phase.CONTRACT);
  }

  /**
   * Applies all that is not applied yet and belongs to that phase or an earlier one. With
   * {@link Phase#EXPAND} that is what the version of the application that still runs can bear; the
   * rest waits for {@link #upgrade()}. Where nothing is applied yet nobody runs an older version,
   * so everything is applied.
   *
   * @throws UsageException if what belongs to the phase comes after what does not; then nothing is
   *     applied
   */
  public UpgradeReport upgrade(Phase phase) {
    return upgradeTo(RevisionGraph.HEAD, phase);
  }

  /** The same, up to a revision. */
  public UpgradeReport upgradeTo(String revision, Phase phase) {
    Optional<FirstLook> look = FirstLook.of(configuration, revision, phase);
    if (look.isEmpty()) {
      configuration.graph().resolve(revision);
    }
    return goOn(Direction.UPGRADE, new Reconnecting.Task<UpgradeReport>() {
      @Override
      public UpgradeReport run(Session session, Course course) throws SQLException {
        if (look.isPresent() && look.get().suffices(session)) {
          return look.get().report();
        }
        String to = configuration.graph().resolve(revision);
        return new Upgrader(configuration, session, course, to, phase).upgrade();
      }
    });
  }

  /**
   * Reverts the last {@code steps} migrations, also where that does not bring everything back; see
   * {@link Builder#refuseIrreversible}.
   */
  public DowngradeReport downgrade(int steps) {
    return goOn(
        Direction.DOWNGRADE,
        (session, course) -> new Downgrader(configuration, session, course).downgrade(steps));
  }

  /**
   * Reverts what is applied beyond the revision, which must be applied itself; as in
   * {@link #downgrade}.
   */
  public DowngradeReport downgradeTo(String revision) {
    String to = configuration.graph().resolve(revision);
    return goOn(
        Direction.DOWNGRADE,
        (session, course) -> new Downgrader(configuration, session, course).downgradeTo(to));
  }

  /** Compares the history with the code; changes nothing. */
  public StatusReport status() {
    return run(session -> new StatusReader(configuration, session).status());
  }

  /** Reads the history; changes nothing. */
  public HistoryReport history() {
    return run(session -> new StatusReader(configuration, session).history());
  }

  /**
   * Makes the history say that the database is at that revision, as the code has it now, whatever
   * it said before; runs no migration.
   *
   * @throws DriftException if the database is not what it is at that revision, as {@link #check}
   *     sees it; nothing is recorded then
   */
  public StampReport stamp(String revision) {
    return stamp(revision, false);
  }

  /** As {@link #stamp}, whatever the database is: somebody knows better. */
  public StampReport forceStamp(String revision) {
    return stamp(revision, true);
  }

  private StampReport stamp(String revision, boolean force) {
    String to = configuration.graph().resolve(revision);
    return run(session -> new Stamper(configuration, session).stamp(to, force));
  }

  /**
   * Makes the history say of one applied migration what the code says of it now, where its
   * statements have changed and this database is what they make; runs nothing, and notes in the
   * table {@code lockstep_repair} that it was done. There is no call that repairs whatever differs:
   * somebody has to have looked at that one migration.
   *
   * @param revision its full id
   * @throws UsageException if it is not applied, or recorded as the code has it
   */
  public RepairReport repair(String revision) {
    if (configuration.graph().entries().stream().noneMatch(each -> each.id().equals(revision))) {
      throw Failures.repairNeedsId(revision);
    }
    return run(session -> new Repairer(configuration, session).repair(revision));
  }

  /**
   * What an upgrade between two revisions would send, or a downgrade where {@code from} is the
   * later one; needs no database.
   */
  public MigrationScript script(String from, String to) {
    RevisionGraph graph = configuration.graph();
    return new ScriptWriter(configuration).script(graph.resolve(from), graph.resolve(to));
  }

  /**
   * Compares the database with what the applied migrations should have made of it; changes nothing.
   * Tables that no migration made do not count.
   */
  public DriftReport check() {
    return run(session -> new DriftFinder(configuration, session).find());
  }

  /** Revisions of the code that none comes after; needs no database. */
  public List<String> heads() {
    return configuration.graph().heads();
  }

  /**
   * The migrations of the code, each after its parents; needs no database. A squash stands for what
   * it replaces, also among the parents of others.
   */
  public List<MigrationSet.Entry> migrations() {
    return configuration.graph().withoutReplaced();
  }

  /** What one migration does; needs no database. */
  public RevisionReport show(String revision) {
    return new RevisionDescriber(configuration).describe(revision);
  }

  /** The same for another schema of another database; shares what it knows of the migrations. */
  Migrator with(ConnectionSource other, String schema, MigrationListener listener) {
    return new Migrator(
        other,
        new Configuration(
            configuration.migrations(),
            configuration.shared(),
            schema,
            listener,
            configuration.limits(),
            configuration.losses(),
            configuration.locking()));
  }

  /** Raw name of the target schema. */
  String schema() {
    return configuration.schema();
  }

  MigrationListener listener() {
    return configuration.listener();
  }

  /** Fails unless the revision is one of the migrations. */
  void requireRevision(String revision) {
    configuration.graph().resolve(revision);
  }

  private <R> R run(Task<R> task) {
    try (InterruptibleRun run = InterruptibleRun.with(source)) {
      return run(task, run.source());
    }
  }

  private static <R> R run(Task<R> task, ConnectionSource source) {
    try (Session session = Session.open(source)) {
      return task.run(session);
    } catch (SQLException e) {
      throw Interruption.isReasonFor(e, source) ? Failures.interrupted(e) : Failures.of(e);
    }
  }

  /** On another connection where one breaks. */
  private <R> R goOn(Direction direction, Reconnecting.Task<R> task) {
    Course course = new Course(direction, configuration.listener());
    try (InterruptibleRun run = InterruptibleRun.with(source)) {
      return new Reconnecting(run.source(), configuration, course).run(task);
    }
  }

  /** What a migrator is to work with; all but the connection has a default. */
  public static final class Builder {
    private final ConnectionSource source;
    private @Nullable MigrationSet migrations;
    private String database = "";
    private @Nullable String schema;
    private MigrationListener listener = MigrationListener.NONE;
    private Limits limits = Limits.DEFAULT;
    private Losses losses = Losses.ACCEPT;
    private Locking locking = Locking.DEFAULT;

    Builder(ConnectionSource source) {
      this.source = source;
    }

    /** The migrations to apply, instead of those found as a service. */
    public Builder migrations(MigrationSet set) {
      this.migrations = set;
      return this;
    }

    /** The name of the {@code @Database} whose migrations to find. */
    public Builder database(String name) {
      this.database = name;
      return this;
    }

    /** Raw name of the target schema, instead of the one that {@code @Database} names. */
    public Builder schema(String name) {
      this.schema = name;
      return this;
    }

    public Builder listener(MigrationListener heard) {
      this.listener = heard;
      return this;
    }

    /**
     * How long to wait for another process that migrates; five minutes by default, zero for not at
     * all.
     *
     * @throws UsageException if it is negative or longer than 24 days
     */
    public Builder lockWait(Duration longest) {
      this.limits = limits.withLockWait(longest);
      return this;
    }

    /**
     * How long a statement may wait for a lock on a table, and make the application wait behind it,
     * before the migration is rolled back and tried again; two seconds by default.
     *
     * @throws UsageException if it is shorter than a millisecond or longer than 24 days
     */
    public Builder lockTimeout(Duration longest) {
      this.limits = limits.withLockTimeout(longest);
      return this;
    }

    /**
     * How long to try a migration again that meets locks, and to connect again where a connection
     * is lost; one minute by default.
     *
     * @throws UsageException if it is shorter than a millisecond or longer than 24 days
     */
    public Builder retryFor(Duration longest) {
      this.limits = limits.withRetryFor(longest);
      return this;
    }

    /**
     * The most rows that one batch of a backfill looks at, 10,000 by default; each batch is a
     * transaction of its own. Within that its size is adapted so that it takes a fifth of a second.
     *
     * @throws UsageException if it is less than one
     */
    public Builder backfillBatch(int most) {
      this.limits = limits.withBatches(limits.batches().withRows(most));
      return this;
    }

    /**
     * How long to wait between two batches of a backfill; by default as long as the batch took, at
     * least 10 and at most 100 milliseconds.
     *
     * @throws UsageException if it is negative or longer than 24 days
     */
    public Builder backfillPause(Duration pause) {
      this.limits = limits.withBatches(limits.batches().withPause(pause));
      return this;
    }

    /**
     * Downgrades that would not bring everything back, as {@link Irreversible} says, throw an
     * {@link IrreversibleException} and touch nothing. Without this a call in code counts as a
     * decision.
     */
    public Builder refuseIrreversible() {
      this.losses = Losses.REFUSE;
      return this;
    }

    /** What keeps other processes off meanwhile; by default what suits the server. */
    public Builder lock(LockKind kind) {
      this.locking = new Locking(kind, locking.lease());
      return this;
    }

    /**
     * How long a lease lasts that is not renewed, and so how long others wait where its holder
     * crashed or stands still; 30 seconds by default.
     *
     * @throws UsageException if it is shorter than a second or longer than 24 days
     */
    public Builder leaseTime(Duration time) {
      this.locking = new Locking(locking.kind(), time);
      return this;
    }

    /**
     * The migrator; touches no database.
     *
     * @throws UsageException if the migrations cannot be found or do not fit together, or no schema
     *     can have the name of the target schema
     */
    public Migrator build() {
      MigrationSet set = migrations == null ? MigrationSets.find(database) : migrations;
      return new Migrator(
          source,
          new Configuration(
              set, SharedGraph.of(set), schemaOf(set), listener, limits, losses, locking));
    }

    /** Raw; null unless {@link #schema} named one. */
    @Nullable
    String namedSchema() {
      return schema;
    }

    private String schemaOf(MigrationSet set) {
      if (schema == null && set.schema().isEmpty()) {
        return "public";
      }
      return TargetSchema.of(schema == null ? set.schema() : schema);
    }
  }
}
