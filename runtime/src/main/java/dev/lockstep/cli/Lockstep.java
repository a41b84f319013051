package dev.lockstep.cli;

import dev.lockstep.DriftReport;
import dev.lockstep.Fleet;
import dev.lockstep.LockKind;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.Outcome;
import dev.lockstep.Phase;
import dev.lockstep.RevisionReport;
import dev.lockstep.StatusReport;
import dev.lockstep.UpgradeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands and their options, which may stand before or after the command. */
@Command(
    name = "lockstep",
    description = "Applies the migrations of the class path to a PostgreSQL database.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = false,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; what had begun was rolled back",
      "2:usage",
      "3:migrations are pending (status), or the database has drifted (check)",
      "4:busy: another process holds the lock",
      "5:the database is ahead of the code, or its history does not fit it",
      "6:failed part-way: something is committed",
      "7:no primary, a transaction pooler, or an unsupported server"
    },
    footer = {
      "",
      "REV is a revision, a unique beginning of one, head or base. Without --url the",
      "database is that of LOCKSTEP_URL, DATABASE_URL or the PG* variables; a password",
      "that is not given comes from PGPASSWORD or .pgpass."
    })
final class Lockstep {
  @Mixin
  private TargetOptions targets = new TargetOptions();

  @Option(
      names = "--database",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "name of the @Database, where there are several")
  private String database = "";

  @Option(
      names = "--lock-wait",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = TimeOption.class,
      description =
          "how long to wait for another process that migrates, as 30s or 10m" + " (default: 5m)")
  private @Nullable Duration lockWait;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = TimeOption.class,
      description = "how long a statement may wait for a table, and the application behind it,"
          + " before it is rolled back and tried again (default: 2s)")
  private @Nullable Duration lockTimeout;

  @Option(
      names = "--retry-for",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = TimeOption.class,
      description = "how long to try a migration again that meets locks, and to connect again"
          + " (default: 1m)")
  private @Nullable Duration retryFor;

  @Option(
      names = "--lock",
      paramLabel = "KIND",
      scope = ScopeType.INHERIT,
      description = "what keeps other processes off: advisory, lease, or auto: what suits the"
          + " server (default)")
  private String lock = "auto";

  @Option(
      names = "--lease",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = TimeOption.class,
      description = "how long a lease lasts that is not renewed (default: 30s)")
  private @Nullable Duration lease;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "print one JSON document")
  private boolean json;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "print where an error comes from")
  @SuppressWarnings("unused") // CommandRunner looks for it; here it is declared and described.
  private boolean stackTrace;

  @Spec
  private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Terminal terminal;

  Lockstep(Map<String, String> environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Command(description = "Applies what is not applied yet, up to REV (default: head).")
  int upgrade(
      @Parameters(paramLabel = "REV", arity = "0..1", defaultValue = "head") String revision,
      @Option(
              names = "--phase",
              paramLabel = "PHASE",
              defaultValue = "contract",
              description = "expand: only what the running version of the application can bear;"
                  + " contract: all (default)")
          String phase) {
    if (!phase.equals("expand") && !phase.equals("contract")) {
      throw usage("--phase takes expand or contract, not '" + phase + "'");
    }
    Phase last = phase.equals("expand") ? Phase.EXPAND : Phase.CONTRACT;
    if (targets.many()) {
      return many(
              "upgrade",
              revision.equals("head") ? "" : revision,
              last == Phase.EXPAND ? "--phase=expand" : "")
          .run(this::settings, fleet -> fleet.upgradeTo(revision, last), FleetWords.UPGRADE);
    }
    UpgradeReport report = online(migrator -> migrator.upgradeTo(revision, last));
    return print(report.toString(), ReportJson.of(report), Outcome.DONE);
  }

  @Command(
      description = "Reverts what is applied beyond REV, or the last N migrations (default: -1).")
  int downgrade(
      @Parameters(paramLabel = "REV|-N", arity = "0..1") @Nullable String given,
      @Option(
              names = "--accept",
              paramLabel = "HAZARD",
              description = "data-loss: go on where not everything comes back")
          @Nullable
          String accept) {
    if (accept != null && !accept.equals("data-loss")) {
      throw usage("--accept takes data-loss, not '" + accept + "'");
    }
    if (given == null) {
      terminal.err().println("no REV and no -N is given: reverting the last migration");
    }
    String target = given == null ? "-1" : given;
    if (target.startsWith("-") && !target.matches("-[1-9][0-9]{0,8}")) {
      throw usage("Unknown option: '" + target + "'");
    }
    UnaryOperator<Migrator.Builder> losses =
        accept == null ? Migrator.Builder::refuseIrreversible : UnaryOperator.identity();
    if (targets.many()) {
      return many("downgrade", target, accept == null ? "" : "--accept=data-loss")
          .run(
              builder -> losses.apply(settings(builder)),
              fleet -> target.startsWith("-")
                  ? fleet.downgrade(Integer.parseInt(target.substring(1)))
                  : fleet.downgradeTo(target),
              FleetWords.DOWNGRADE);
    }
    var report = online(
        losses,
        migrator -> target.startsWith("-")
            ? migrator.downgrade(Integer.parseInt(target.substring(1)))
            : migrator.downgradeTo(target));
    return print(report.toString(), ReportJson.of(report), Outcome.DONE);
  }

  @Command(description = "Shows which migrations are applied and which wait.")
  int status(
      @Option(
              names = "--statements",
              description = "Also shows what each pending migration sends, and what that does to"
                  + " a live database.")
          boolean statements) {
    if (targets.many() && !statements) {
      return many("status").run(this::settings, Fleet::status, FleetWords.STATUS);
    }
    StatusReport report = online(Migrator::status);
    List<RevisionReport> pending = statements ? pending(report) : List.of();
    return print(ReportText.of(report, pending), ReportJson.of(report, pending), report.outcome());
  }

  private List<RevisionReport> pending(StatusReport report) {
    Migrator migrator = offline();
    return report.migrations().stream()
        .filter(line -> line.state() == StatusReport.State.PENDING)
        .map(line -> migrator.show(line.revision()))
        .toList();
  }

  @Command(
      description =
          "Shows what was applied, when and by whom; draws the graph where it has branches.")
  int history() {
    List<MigrationSet.Entry> migrations = offline().migrations();
    var report = online(Migrator::history);
    return print(
        HistoryText.of(report, migrations), ReportJson.of(report, migrations), Outcome.DONE);
  }

  @Command(
      description = "Lists the revisions that none comes after, as a graph where there are several;"
          + " needs no database.")
  int heads() {
    Migrator migrator = offline();
    List<String> heads = migrator.heads();
    return print(
        HeadsText.of(heads, migrator.migrations()),
        ReportJson.ofHeads(heads, migrator.migrations()),
        Outcome.DONE);
  }

  @Command(description = "Shows the SQL of one migration; needs no database.")
  int show(@Parameters(paramLabel = "REV") String revision) {
    var report = offline().show(revision);
    return print(report.toString(), ReportJson.of(report), Outcome.DONE);
  }

  @Command(
      description = "Records that the database is at REV, without running anything; refuses where"
          + " it is something else.")
  int stamp(
      @Parameters(paramLabel = "REV") String revision,
      @Option(names = "--force", description = "records it whatever the database is")
          boolean force) {
    if (targets.many()) {
      return many("stamp", revision, force ? "--force" : "")
          .run(
              this::settings,
              fleet -> force ? fleet.forceStamp(revision) : fleet.stamp(revision),
              FleetWords.STAMP);
    }
    var report =
        online(migrator -> force ? migrator.forceStamp(revision) : migrator.stamp(revision));
    return print(report.toString(), ReportJson.of(report), Outcome.DONE);
  }

  @Command(
      description = "Records one migration that was edited after it was applied as the code has it"
          + " now, by its full id; runs nothing.")
  int repair(@Parameters(paramLabel = "REVISION") String revision) {
    var report = online(migrator -> migrator.repair(revision));
    return print(report.toString(), ReportJson.of(report), Outcome.DONE);
  }

  @Command(
      description = {
        "Prints the SQL of an upgrade, or of a downgrade where FROM is the later one"
            + " (default: base:head); needs no database."
      })
  int sql(
      @Parameters(paramLabel = "FROM:TO", arity = "0..1", defaultValue = "base:head")
          String range) {
    if (range.isBlank()) {
      throw usage("FROM:TO is empty");
    }
    String[] ends = range.split(":", -1);
    if (ends.length > 2) {
      throw usage("FROM:TO has two parts: '" + range + "'");
    }
    String from = ends.length == 1 || ends[0].isEmpty() ? "base" : ends[0];
    String to = ends[ends.length - 1].isEmpty() ? "head" : ends[ends.length - 1];
    var script = offline().script(from, to);
    return print(script.sql().stripTrailing(), ReportJson.of(script), Outcome.DONE);
  }

  @Command(description = "Compares the database with what its migrations should have made of it.")
  int check() {
    if (targets.many()) {
      return many("check").run(this::settings, Fleet::check, FleetWords.CHECK);
    }
    DriftReport report = online(Migrator::check);
    return print(report.toString(), ReportJson.of(report), report.outcome());
  }

  private <R> R online(Function<Migrator, R> work) throws LockstepException {
    return online(UnaryOperator.identity(), work);
  }

  private <R> R online(UnaryOperator<Migrator.Builder> more, Function<Migrator, R> work)
      throws LockstepException {
    requireOne();
    DataSource dataSource = targets.url(environment).dataSource(environment, terminal.err());
    try (Progress progress = new Progress(terminal)) {
      return work.apply(
          more.apply(settings(Migrator.builder(dataSource))).listener(progress).build());
    }
  }

  private Migrator offline() {
    requireOne();
    return settings(Migrator.builder(DriverDataSource.NONE)).build();
  }

  private void requireOne() {
    if (targets.many()) {
      throw usage("this is done for one target at a time: without --schemas and --urls, with one"
          + " --url");
    }
  }

  /** What the options say of how a target is migrated. */
  private Migrator.Builder settings(Migrator.Builder builder) {
    builder.database(database);
    Optional.ofNullable(lockWait).ifPresent(builder::lockWait);
    Optional.ofNullable(lockTimeout).ifPresent(builder::lockTimeout);
    Optional.ofNullable(retryFor).ifPresent(builder::retryFor);
    Optional.ofNullable(lease).ifPresent(builder::leaseTime);
    builder.lock(lockKind());
    String schema = targets.schema();
    return schema == null ? builder : builder.schema(schema);
  }

  private LockKind lockKind() {
    return switch (lock) {
      case "auto" -> LockKind.AUTOMATIC;
      case "advisory" -> LockKind.ADVISORY;
      case "lease" -> LockKind.LEASE;
      default -> throw usage("--lock takes advisory, lease or auto, not '" + lock + "'");
    };
  }

  /** A command for many targets; words that are empty are left out. */
  private FleetCommand many(String... words) {
    List<String> typed = new ArrayList<>(List.of(words));
    typed.removeIf(String::isEmpty);
    if (!database.isEmpty()) {
      typed.addAll(List.of("--database", database));
    }
    return new FleetCommand(terminal, json, typed, targets, environment);
  }

  private int print(String text, Map<String, Object> document, Outcome outcome) {
    if (json) {
      terminal.out().println(Json.write(ReportJson.with(outcome, document)));
    } else if (!text.isEmpty()) {
      terminal.out().println(text);
    }
    terminal.out().flush();
    return outcome.exitCode();
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
