package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who holds a lock: a session of the server, or a prepared transaction, which has none. Texts are
 * as the server gives them, and empty where it gives none or hides them from this user.
 *
 * <pre>
 * pid 4711 (shop, app, idle in transaction, begun 5 min ago): UPDATE "user" SET email = $1
 * pid 4712 (shop, app)
 * pid 4713 (autovacuum worker, active, begun 2 h ago): autovacuum: VACUUM public.user (to prevent wraparound)
 * prepared transaction 'order-17' (app, prepared 3 days ago)
 * </pre>
 *
 * @param pid of the session; 0 of a prepared transaction
 * @param kind of process: {@code client backend}, {@code autovacuum worker}
 * @param seconds since its transaction began, or was prepared; negative if not known
 * @param query the last one that it began, in full
 * @param prepared the name of the prepared transaction
 */
record Blocker(
    int pid,
    String application,
    String user,
    String state,
    String kind,
    long seconds,
    String query,
    String prepared) {
  private static final int LONGEST_QUERY = 80;
  private static final String CLIENT = "client backend";
  private static final String HIDDEN = "<insufficient privilege>";

  /** Line ends, other controls, and what changes the order in which text is shown. */
  private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]+");

  /** In one line. */
  String words() {
    List<String> about = new ArrayList<>();
    add(about, oneLine(application));
    add(about, kind.equals(CLIENT) ? "" : kind);
    add(about, oneLine(user));
    add(about, state);
    add(about, age());
    String in = about.isEmpty() ? "" : " (" + String.join(", ", about) + ")";
    return name() + in + (shownQuery().isEmpty() ? "" : ": " + shownQuery());
  }

  /** SQL that ends it; none where it is the server's own, which begins anew. */
  Optional<String> end() {
    if (pid == 0) {
      // A line end in it would not survive the layout of the message.
      return Optional.of(prepared)
          .filter(name -> name.equals(oneLine(name)))
          .map(name -> "ROLLBACK PREPARED " + literal(name));
    }
    return kind.isEmpty() || kind.equals(CLIENT)
        ? Optional.of("SELECT pg_terminate_backend(" + pid + ")")
        : Optional.empty();
  }

  private String name() {
    return pid == 0 ? "prepared transaction " + literal(oneLine(prepared)) : "pid " + pid;
  }

  private String age() {
    return seconds < 0 ? "" : (pid == 0 ? "prepared " : "begun ") + duration() + " ago";
  }

  private String duration() {
    long minutes = seconds / 60;
    long hours = minutes / 60;
    return Stream.of(
            hours >= 48 ? hours / 24 + " days" : "",
            minutes >= 120 ? hours + " h" : "",
            seconds >= 120 ? minutes + " min" : "")
        .filter(Predicate.not(String::isEmpty))
        .findFirst()
        .orElse(seconds + " s");
  }

  private String shownQuery() {
    if (query.equals(HIDDEN)) {
      return "";
    }
    // Passwords first: a literal that was cut could not be told from other text.
    String line = oneLine(Secrets.hidden(query));
    return line.codePointCount(0, line.length()) <= LONGEST_QUERY
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUERY)) + " ...";
  }

  private static String oneLine(String text) {
    return NOT_SHOWN.matcher(text).replaceAll(" ").strip();
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }
}
