package dev.lockstep;

import dev.lockstep.engine.CancellableSource;
import dev.lockstep.engine.ConnectionSource;
import dev.lockstep.engine.Failures;
import dev.lockstep.engine.Jobs;
import dev.lockstep.engine.SchemaPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Brings many schemas, of one database or of several, to a revision of the same migrations: tenants
 * and shards. Each has its own history and lock and one connection while it is at work; what fails
 * in one stops none of the others, and the same call once more goes on with what is left.
 *
 * <p>Every method waits for all and reports what became of each; it throws only where nothing can
 * be begun. Interrupt the thread that called: those at work are cancelled and rolled back, no other
 * is started, and the method returns what was done, with the thread still interrupted.
 */
public final class Fleet {
  private final Map<String, ConnectionSource> databases;
  private final List<SchemaPattern> patterns;
  private final Migrator template;
  private final FleetListener listener;
  private final int parallel;
  private final boolean watched;

  private Fleet(Builder builder, Migrator template) {
    this.databases = new LinkedHashMap<>(builder.databases);
    this.patterns = List.copyOf(builder.patterns);
    this.template = template;
    this.listener = builder.listener;
    this.parallel = builder.parallel;
    this.watched = builder.watched;
  }

  /**
   * The schemas of one database that a pattern matches, with the only migrations of the class path.
   *
   * @throws UsageException as {@link Builder#build}
   */
  public static Fleet of(DataSource dataSource, String... patterns) {
    return builder().database("database", dataSource).schemas(patterns).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** As {@link Migrator#upgrade()}. */
  public FleetReport<UpgradeReport> upgrade() {
    return upgrade(Phase.CONTRACT);
  }

  /** As {@link Migrator#upgrade(Phase)}. */
  public FleetReport<UpgradeReport> upgrade(Phase phase) {
    return run(migrator -> migrator.upgrade(phase), report -> Outcome.DONE);
  }

  /** As {@link Migrator#upgradeTo(String)}. */
  public FleetReport<UpgradeReport> upgradeTo(String revision) {
    return upgradeTo(revision, Phase.CONTRACT);
  }

  /** As {@link Migrator#upgradeTo(String, Phase)}. */
  public FleetReport<UpgradeReport> upgradeTo(String revision, Phase phase) {
    template.requireRevision(revision);
    return run(migrator -> migrator.upgradeTo(revision, phase), report -> Outcome.DONE);
  }

  /**
   * As {@link Migrator#downgrade}. It counts in each target anew: called once more it reverts once
   * more, also where it had succeeded; {@link #downgradeTo} does not.
   */
  public FleetReport<DowngradeReport> downgrade(int steps) {
    return run(migrator -> migrator.downgrade(steps), report -> Outcome.DONE);
  }

  /** As {@link Migrator#downgradeTo}. */
  public FleetReport<DowngradeReport> downgradeTo(String revision) {
    template.requireRevision(revision);
    return run(migrator -> migrator.downgradeTo(revision), report -> Outcome.DONE);
  }

  /** As {@link Migrator#status}. */
  public FleetReport<StatusReport> status() {
    return run(Migrator::status, StatusReport::outcome);
  }

  /** As {@link Migrator#stamp}. */
  public FleetReport<StampReport> stamp(String revision) {
    template.requireRevision(revision);
    return run(migrator -> migrator.stamp(revision), report -> Outcome.DONE);
  }

  /** As {@link Migrator#forceStamp}. */
  public FleetReport<StampReport> forceStamp(String revision) {
    template.requireRevision(revision);
    return run(migrator -> migrator.forceStamp(revision), report -> Outcome.DONE);
  }

  /** As {@link Migrator#check}. */
  public FleetReport<DriftReport> check() {
    return run(Migrator::check, DriftReport::outcome);
  }

  private <R> FleetReport<R> run(Function<Migrator, R> call, Function<R, Outcome> outcome) {
    long start = System.nanoTime();
    List<TargetRun<R>> runs = places().stream()
        .map(place -> new TargetRun<>(
            place.target(),
            cancellable(place.source()),
            work(place, call),
            outcome,
            listener::finished))
        .toList();
    listener.found(runs.size());
    Jobs.run(runs, parallel);
    return new FleetReport<>(
        runs.stream().map(TargetRun::result).toList(), Duration.ofNanos(System.nanoTime() - start));
  }

  private CancellableSource cancellable(ConnectionSource source) {
    return watched ? CancellableSource.ofOneWatched(source) : CancellableSource.ofOneOfMany(source);
  }

  private List<TargetPlace> places() {
    return patterns.isEmpty()
        ? TargetPlace.ofDatabases(databases, template.schema())
        : TargetPlace.ofSchemas(databases, patterns, parallel);
  }

  private <R> TargetRun.Work<R> work(TargetPlace place, Function<Migrator, R> call) {
    return (target, source) -> {
      Throwable obstacle = place.obstacle();
      if (obstacle != null) {
        throw obstacle;
      }
      MigrationListener heard = listener.started(target, template.listener());
      return call.apply(template.with(source, target.schema(), heard));
    };
  }

  /** Which targets there are, and how they are migrated. */
  public static final class Builder {
    private static final int FEW = 4;

    private final Map<String, ConnectionSource> databases = new LinkedHashMap<>();
    private final List<SchemaPattern> patterns = new ArrayList<>();
    private UnaryOperator<Migrator.Builder> settings = UnaryOperator.identity();
    private FleetListener listener = FleetListener.NONE;
    private int parallel = FEW;
    private boolean watched;

    private Builder() {}

    /**
     * Adds a database.
     *
     * @param name for reports; no other has it
     * @throws UsageException if another has it
     */
    public Builder database(String name, DataSource dataSource) {
      if (databases.putIfAbsent(name, ConnectionSource.of(dataSource)) != null) {
        throw Failures.targetTwice(name);
      }
      return this;
    }

    /**
     * Takes those schemas of each database whose name one of the patterns matches, instead of the
     * one schema of the migrations: {@code *} stands for any text, {@code ?} for one character, a
     * backslash before a character for that character. Upper and lower case differ. Each call of
     * the fleet asks anew which schemas there are; it makes none.
     *
     * @throws UsageException if a pattern is empty or ends with a backslash
     */
    public Builder schemas(String... wanted) {
      Stream.of(wanted).map(SchemaPattern::of).forEach(patterns::add);
      return this;
    }

    /** How each target is migrated: {@code migrator -> migrator.lockWait(Duration.ZERO)}. */
    public Builder settings(UnaryOperator<Migrator.Builder> wanted) {
      this.settings = wanted;
      return this;
    }

    public Builder listener(FleetListener heard) {
      this.listener = heard;
      return this;
    }

    /**
     * The most targets to migrate at a time, each with one connection; 4 by default.
     *
     * @throws UsageException if it is less than one
     */
    public Builder parallel(int most) {
      if (most < 1) {
        throw Failures.parallelOutOfRange(most);
      }
      this.parallel = most;
      return this;
    }

    /**
     * Lets each target take a second connection while a step lasts for seconds, so that its
     * listener hears how far an index build is and whom a statement waits for. Not by default: a
     * pool with a connection for each target that is migrated at a time has none to spare.
     */
    public Builder watched() {
      this.watched = true;
      return this;
    }

    /**
     * The fleet; touches no database.
     *
     * @throws UsageException as {@link Migrator.Builder#build}, or if no database is named, or the
     *     settings name one schema although there are patterns
     */
    public Fleet build() {
      if (databases.isEmpty()) {
        throw Failures.noTargets();
      }
      ConnectionSource any = databases.values().iterator().next();
      Migrator.Builder each = settings.apply(new Migrator.Builder(any));
      String schema = each.namedSchema();
      if (schema != null && !patterns.isEmpty()) {
        throw Failures.schemaAndPatterns(schema);
      }
      return new Fleet(this, each.build());
    }
  }
}
