package dev.lockstep.benchmarks;

import dev.lockstep.CompleteHistory;
import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps as a migration set without a class for each. */
final class StepSet implements MigrationSet {
  private final Map<String, Step> steps;
  private final List<Entry> entries;
  private final Schema schema;
  private final Optional<CompleteHistory> complete;

  StepSet(List<Step> steps) {
    this.steps = steps.stream().collect(Collectors.toMap(Step::id, Function.identity()));
    this.entries = entries(steps);
    this.schema = replay(operations(steps));
    this.complete = CompleteHistory.of(entries);
  }

  /** What the steps do, in order. */
  static List<Operation> operations(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> SchemaEditor.record(step::upgrade).stream())
        .toList();
  }

  static Schema replay(List<Operation> operations) {
    Schema schema = Schema.EMPTY;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  @Override
  public String name() {
    return "main";
  }

  @Override
  public String schema() {
    return "";
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public Migration migration(String id) {
    Step step = steps.get(id);
    if (step == null) {
      throw new IllegalArgumentException(id);
    }
    return step;
  }

  @Override
  public String schemaFingerprint() {
    return SchemaFingerprint.of(schema);
  }

  @Override
  public List<String> schemaParts() {
    return SchemaFingerprint.parts(schema);
  }

  @Override
  public Optional<CompleteHistory> completeHistory() {
    return complete;
  }

  /** The schema after all of them. */
  Schema after() {
    return schema;
  }

  private static List<Entry> entries(List<Step> steps) {
    List<Entry> entries = new ArrayList<>();
    List<String> parents = List.of();
    for (Step step : steps) {
      entries.add(new Entry(step.id(), parents, step.description(), fingerprint(step)));
      parents = List.of(step.id());
    }
    return List.copyOf(entries);
  }

  /** Not the processor's own, but as long. */
  private static String fingerprint(Step step) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(step.source("", "").getBytes(StandardCharsets.UTF_8));
      return "t1:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
