package dev.lockstep.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes command lines for people to paste into a shell; no password stands in one. */
final class NextCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** {@code password} and {@code sslpassword} of the driver and of libpq. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&])[^=&]*(password|secret)[^=&]*=[^&]*");

  private NextCommand() {}

  /** {@code lockstep upgrade --schema 'a b'}. */
  static String of(List<String> words) {
    return "lockstep " + words.stream().map(NextCommand::quoted).collect(Collectors.joining(" "));
  }

  /** The option for the URL as it was given, but for its password. */
  static List<String> url(String url) {
    return List.of(
        "--url",
        SECRET
            .matcher(url.replaceFirst("^(postgres(?:ql)?://[^/?:@]*):[^/?]*@", "$1@"))
            .replaceAll("$1")
            .replaceAll("([?&])&+", "$1")
            .replaceAll("[?&]$", ""));
  }

  /** As a POSIX shell reads it. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
