package dev.lockstep.processor.generate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a migration's source says, in 67 characters: {@code t1:} and hexadecimal SHA-256 of its
 * tokens, so that comments, white space and ends of lines do not count.
 */
public final class SourceFingerprint {
  private SourceFingerprint() {}

  /** Of the tokens of a source. */
  public static String of(List<String> tokens) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      StringBuilder text = new StringBuilder();
      for (String token : tokens) {
        text.append(token).append('\0');
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return "t1:" + HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
