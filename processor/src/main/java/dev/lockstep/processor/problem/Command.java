package dev.lockstep.processor.problem;

import java.util.Set;
import java.util.TreeSet;

/**
 * The command that generates a migration: {@code mvn compile -Dlockstep.migrate="Drop fax from
 * customer" -Dlockstep.accept=data-loss:customer.fax}.
 *
 * @param accept words for {@code lockstep.accept}
 */
record Command(String description, Set<String> accept) {

  /** The text to type, safe in any shell: what a shell would expand is left out. */
  String text() {
    String words = String.join(",", new TreeSet<>(accept));
    return "mvn compile -Dlockstep.migrate=\"" + plain(description) + "\""
        + (words.isEmpty() ? "" : " -Dlockstep.accept=" + words);
  }

  private static String plain(String description) {
    String plain =
        description.replaceAll("[\"“”„$`\\\\!%\\p{Cntrl}\u2028\u2029]+", " ").replaceAll(" +", " ");
    return plain.isBlank() ? "Change the schema" : plain.strip();
  }
}
