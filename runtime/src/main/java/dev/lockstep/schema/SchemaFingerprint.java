package dev.lockstep.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What equal schemas have in common, as a whole and part by part. */
public final class SchemaFingerprint {
  /** Names the way in which it is made; another way gets another prefix. */
  private static final String ALGORITHM = "s2:";

  private static final int SHORT = 8;
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private SchemaFingerprint() {}

  /** In 67 characters: {@code s2:} and hexadecimal SHA-256. */
  public static String of(Schema schema) {
    return of(texts(schema));
  }

  /**
   * Both of one schema.
   *
   * @param fingerprint as {@link SchemaFingerprint#of} makes it
   * @param parts as {@link SchemaFingerprint#parts} makes them
   */
  public record Marks(String fingerprint, List<String> parts) {
    public Marks {
      parts = List.copyOf(parts);
    }
  }

  /** Both for little more than the price of one. */
  public static Marks marks(Schema schema) {
    Map<String, String> texts = texts(schema);
    return new Marks(of(texts), parts(texts));
  }

  /** Whether this version can make one of the same kind, to compare it with. */
  public static boolean isComparable(String fingerprint) {
    return fingerprint.startsWith(ALGORITHM);
  }

  /**
   * A line for each namespace, table and object: eight hexadecimal digits, a space and what it is,
   * as in {@code 1f3a09bc table user}. Too short to prove that schemas are equal.
   */
  public static List<String> parts(Schema schema) {
    return parts(texts(schema));
  }

  /** What differs, by what it is, sorted: {@code table user}. */
  public static List<String> differences(List<String> parts, List<String> others) {
    Set<String> differing = new TreeSet<>();
    onlyIn(parts, others).forEach(part -> differing.add(name(part)));
    onlyIn(others, parts).forEach(part -> differing.add(name(part)));
    return List.copyOf(differing);
  }

  private static Set<String> onlyIn(List<String> parts, List<String> others) {
    Set<String> only = new TreeSet<>(parts);
    others.forEach(only::remove);
    return only;
  }

  private static String name(String part) {
    return part.substring(SHORT + 1);
  }

  private static String of(Map<String, String> texts) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      digest.update(bytes(each.getKey() + "\n" + each.getValue() + "\n"));
    }
    return ALGORITHM + HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> parts(Map<String, String> texts) {
    MessageDigest digest = sha256();
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      byte[] whole = digest.digest(bytes(each.getValue()));
      parts.add(HexFormat.of().formatHex(whole, 0, SHORT / 2) + " " + each.getKey());
    }
    return parts;
  }

  private static Map<String, String> texts(Schema schema) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : schema.namespaces()) {
      texts.put(oneLine("schema " + name), "");
    }
    for (Table table : schema.tables().values()) {
      texts.put(oneLine("table " + table.name()), CanonicalText.of(table));
    }
    for (SchemaObject object : schema.objects().values()) {
      ObjectKey key = object.key();
      texts.put(oneLine(key.kind().word() + " " + key.name()), CanonicalText.of(object));
    }
    return texts;
  }

  private static String oneLine(String name) {
    return LINE_END.matcher(name).replaceAll(" ");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
