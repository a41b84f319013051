package dev.lockstep.processor;

import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.ModelMentions;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.source.InvalidStepException;
import dev.lockstep.processor.source.MigrationSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the source of a migration says by itself, whatever the classes beside it are. */
final class MigrationText {
  private final List<String> tokens;
  private final ModelMentions mentions;
  private final ConnectionCode onConnection;
  private final Map<String, Integer> uses = new HashMap<>();
  private final String fingerprint;
  private final @Nullable MigrationSource steps;
  private final @Nullable InvalidStepException invalid;

  private MigrationText(String packageName, List<String> tokens) {
    this.tokens = tokens;
    this.mentions = ModelMentions.of(tokens, packageName);
    this.onConnection = new ConnectionCode(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (!onConnection.has(i)) {
        uses.put(tokens.get(i), uses.getOrDefault(tokens.get(i), 0) + 1);
      }
    }
    this.fingerprint = SourceFingerprint.of(tokens);
    MigrationSource read = null;
    InvalidStepException failed = null;
    try {
      read = MigrationSource.of(tokens);
    } catch (InvalidStepException e) {
      failed = e;
    }
    this.steps = read;
    this.invalid = failed;
  }

  static MigrationText of(MigrationFolder folder, String className) throws IOException {
    return new MigrationText(folder.packageName(), JavaTokens.of(folder.source(className)));
  }

  List<String> tokens() {
    return tokens;
  }

  ModelMentions mentions() {
    return mentions;
  }

  ConnectionCode onConnection() {
    return onConnection;
  }

  /** How often the token is there where it does not run on a connection. */
  int uses(String token) {
    return uses.getOrDefault(token, 0);
  }

  String fingerprint() {
    return fingerprint;
  }

  /**
   * Its operations.
   *
   * @throws InvalidStepException if a step could be read and is wrong
   */
  MigrationSource steps() {
    if (steps == null) {
      throw Objects.requireNonNull(invalid);
    }
    return steps;
  }
}
