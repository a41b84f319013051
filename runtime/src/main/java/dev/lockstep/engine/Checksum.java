package dev.lockstep.engine;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Run;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a migration does, as a digest: equal for the same statements in the same order, whatever
 * their comments and white space, the server, and the target schema.
 */
final class Checksum {
  /** Names the way in which the digest is made; another way gets another prefix. */
  private static final String ALGORITHM = "s1:";

  private static final String BETWEEN = "\0\0";

  private Checksum() {}

  /** {@code s1:} and SHA-256 in hexadecimal. */
  static String of(List<Operation> upgrade) {
    StringBuilder text = new StringBuilder();
    for (Operation operation : upgrade) {
      text.append(text.isEmpty() ? "" : BETWEEN);
      append(text, operation);
    }
    return ALGORITHM + HexFormat.of().formatHex(sha256(text.toString()));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(StringBuilder text, Operation operation) {
    if (operation instanceof Run run) {
      text.append("run\0").append(run.name());
      return;
    }
    text.append("sql\0");
    String separator = "";
    for (Token token : SqlTokens.of(PostgresDdl.portable().sql(operation))) {
      text.append(separator).append(token.text());
      separator = "\0";
    }
  }
}
