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
import java.util.stream.Collectors;

/**
 * What a migration does, as a digest: equal for the same statements in the same order, whatever
 * their comments and white space, the server, and the target schema.
 */
final class Checksum {
  /** Names the way in which the digest is made; another way gets another prefix. */
  private static final String ALGORITHM = "s1:";

  private Checksum() {}

  /** {@code s1:} and SHA-256 in hexadecimal. */
  static String of(List<Operation> upgrade) {
    String text = upgrade.stream().map(Checksum::normalised).collect(Collectors.joining("\0\0"));
    return ALGORITHM + HexFormat.of().formatHex(sha256(text));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String normalised(Operation operation) {
    return operation instanceof Run run
        ? "run\0" + run.name()
        : "sql\0"
            + SqlTokens.of(PostgresDdl.portable().sql(operation)).stream()
                .map(Token::text)
                .collect(Collectors.joining("\0"));
  }
}
