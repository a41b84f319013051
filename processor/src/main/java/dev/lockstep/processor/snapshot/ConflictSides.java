package dev.lockstep.processor.snapshot;

import java.util.List;

/**
 * Takes the sides of a merge conflict apart, in both of git's styles ({@code merge} and
 * {@code diff3}, where a third part shows the common ancestor, with conflicts of its own if the
 * branches have been merged crosswise before).
 */
final class ConflictSides {
  private static final String OURS = "<<<<<<<";
  private static final String BASE = "|||||||";
  private static final String THEIRS = "=======";
  private static final String END = ">>>>>>>";

  /** The part of a conflict that a line is in. */
  private enum Part {
    NONE,
    OURS,
    BASE,
    THEIRS
  }

  private final StringBuilder ours = new StringBuilder();
  private final StringBuilder theirs = new StringBuilder();
  private Part part = Part.NONE;
  private int conflicts;

  private ConflictSides() {}

  /**
   * The text of each side; the text alone if it has no conflict.
   *
   * @throws SnapshotException if the markers do not belong together
   */
  static List<String> of(String text) {
    if (!text.contains(OURS) && !text.contains(END)) {
      return List.of(text);
    }
    ConflictSides sides = new ConflictSides();
    String[] lines = text.split("(?<=\n)", -1);
    for (int i = 0; i < lines.length; i++) {
      sides.add(lines[i], i + 1);
    }
    if (sides.part != Part.NONE) {
      throw stray(lines.length, "the last conflict has no end");
    }
    return sides.conflicts == 0
        ? List.of(text)
        : List.of(sides.ours.toString(), sides.theirs.toString());
  }

  private void add(String line, int number) {
    if (isMarker(line, OURS)) {
      begin(number);
    } else if (part != Part.NONE && isMarker(line, BASE)) {
      part = Part.BASE;
    } else if (part != Part.NONE && isMarker(line, THEIRS)) {
      part = Part.THEIRS;
    } else if (isMarker(line, END)) {
      end(number);
    } else {
      keep(line);
    }
  }

  private void begin(int number) {
    if (part != Part.NONE) {
      throw nested(number);
    }
    part = Part.OURS;
    conflicts++;
  }

  private void end(int number) {
    if (part != Part.THEIRS) {
      throw stray(number, "a conflict ends that has not begun");
    }
    part = Part.NONE;
  }

  private void keep(String line) {
    if (part == Part.NONE || part == Part.OURS) {
      ours.append(line);
    }
    if (part == Part.NONE || part == Part.THEIRS) {
      theirs.append(line);
    }
  }

  /** Those of conflicts inside the ancestor's part are longer, and not all of them are there. */
  private static boolean isMarker(String line, String marker) {
    return line.startsWith(marker) && !line.startsWith(marker + marker.charAt(0));
  }

  private static SnapshotException nested(int line) {
    return new SnapshotException(
        "SnapshotConflict",
        line,
        "a conflict begins inside another: its markers were committed, and it is in conflict again",
        "take one side: git checkout --ours -- {file}",
        "then merge all: mvn compile -Dlockstep.migrate=\"Merge\"");
  }

  private static SnapshotException stray(int line, String message) {
    return new SnapshotException(
        "SnapshotConflict",
        line,
        "the file is in a merge conflict whose markers were edited: " + message,
        "bring the conflict back: git checkout --merge -- {file}");
  }
}
