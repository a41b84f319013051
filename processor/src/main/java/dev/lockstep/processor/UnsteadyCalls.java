package dev.lockstep.processor;

import java.util.Map;
import java.util.Set;

/**
 * What the JDK answers otherwise at another time or on another machine: settings, clocks, random
 * values, and what is on the disk.
 */
final class UnsteadyCalls {
  /** A constructor's name among those of methods. */
  static final String NEW = "new";

  private static final Set<String> ANY = Set.of();

  /** Whose classes say by {@code now} what the time is. */
  private static final String TIME = "java.time.";

  /** Methods by class; all of a class if none is named. */
  private static final Map<String, Set<String>> CALLS = Map.ofEntries(
      Map.entry(
          "java.lang.System",
          Set.of(
              "getProperty",
              "getProperties",
              "getenv",
              "currentTimeMillis",
              "nanoTime",
              "identityHashCode",
              "lineSeparator")),
      Map.entry("java.lang.Boolean", Set.of("getBoolean")),
      Map.entry("java.lang.Integer", Set.of("getInteger")),
      Map.entry("java.lang.Long", Set.of("getLong")),
      Map.entry("java.lang.Math", Set.of("random")),
      Map.entry("java.lang.StrictMath", Set.of("random")),
      Map.entry("java.lang.Runtime", ANY),
      Map.entry("java.lang.ProcessHandle", ANY),
      Map.entry("java.time.Clock", ANY),
      Map.entry("java.time.ZoneId", Set.of("systemDefault")),
      Map.entry("java.util.TimeZone", Set.of("getDefault")),
      Map.entry("java.util.Locale", Set.of("getDefault")),
      Map.entry("java.util.Calendar", ANY),
      Map.entry("java.util.GregorianCalendar", ANY),
      Map.entry("java.util.Date", Set.of(NEW)),
      Map.entry("java.util.UUID", Set.of("randomUUID")),
      Map.entry("java.util.Random", ANY),
      Map.entry("java.util.SplittableRandom", ANY),
      Map.entry("java.util.concurrent.ThreadLocalRandom", ANY),
      Map.entry("java.util.random.RandomGenerator", ANY),
      Map.entry("java.security.SecureRandom", ANY),
      Map.entry("java.net.InetAddress", ANY),
      Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
      Map.entry("java.nio.file.Files", ANY),
      Map.entry("java.io.File", ANY),
      Map.entry("java.io.FileReader", ANY),
      Map.entry("java.io.FileInputStream", ANY),
      Map.entry("java.util.ResourceBundle", ANY));

  private UnsteadyCalls() {}

  /** Whether it has any such call. */
  static boolean has(String className) {
    return CALLS.containsKey(className) || className.startsWith(TIME);
  }

  /**
   * Whether it is such a call.
   *
   * @param method of it, or {@link #NEW}
   */
  static boolean has(String type, String method) {
    Set<String> methods = CALLS.get(type);
    return methods == null
        ? type.startsWith(TIME) && method.equals("now")
        : methods.isEmpty() || methods.contains(method);
  }
}
