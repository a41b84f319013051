package dev.lockstep.processor;

import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.ModelMentions;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.source.InvalidStepException;
import dev.lockstep.processor.source.MigrationSource;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the source of a migration says by itself, whatever the classes beside it are. */
final class MigrationText {
  private final JavaTokens tokens;
  private final ModelMentions mentions;
  private final ConnectionCode onConnection;
  private final String fingerprint;
  private final @Nullable MigrationSource steps;
  private final @Nullable InvalidStepException invalid;

  private MigrationText(String packageName, JavaTokens tokens) {
    this.tokens = tokens;
    this.mentions = ModelMentions.of(tokens, packageName);
    this.onConnection = new ConnectionCode(tokens);
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

  JavaTokens tokens() {
    return tokens;
  }

  ModelMentions mentions() {
    return mentions;
  }

  ConnectionCode onConnection() {
    return onConnection;
  }

  /** Whether the word is there more than once where it does not run on a connection. */
  boolean repeats(String word) {
    boolean repeated = tokens.repeatsWord(word);
    if (!repeated || onConnection.isEmpty()) {
      return repeated;
    }
    int times = 0;
    for (int i = 0; i < tokens.size() && times < 2; i++) {
      times += tokens.get(i).equals(word) && !onConnection.has(i) ? 1 : 0;
    }
    return times == 2;
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
