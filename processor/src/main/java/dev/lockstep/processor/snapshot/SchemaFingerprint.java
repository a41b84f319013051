package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What two equal schemas have in common, in 67 characters: {@code s1:} and hexadecimal SHA-256. */
public final class SchemaFingerprint {
  private SchemaFingerprint() {}

  public static String of(Schema schema) {
    return "s1:" + sha256(SnapshotJson.write(schema));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
