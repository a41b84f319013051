package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes lists of ids as expressions. A long one, that of a squash for example, stands in nested
 * classes, a few hundred ids in each, so that no method reaches 64 kB (JVMS 4.7.3).
 *
 * <pre>{@code
 * Stream.of(Ids1.list(), Ids2.list()).flatMap(List::stream).toList()
 * }</pre>
 */
final class IdListWriter {
  /** As many as {@link List#of} takes without an array. */
  private static final int SHORT = 10;

  private static final int PART = 400;

  private final List<List<String>> parts = new ArrayList<>();

  /** Whether a list needs more than the name {@code List}: that of {@code Stream}. */
  static boolean isLong(List<String> ids) {
    return ids.size() > SHORT;
  }

  /** An expression; for a long list it needs {@link #addTo}. */
  String of(List<String> ids) {
    if (!isLong(ids)) {
      return listOf(ids);
    }
    StringBuilder lists = new StringBuilder("Stream.of(");
    for (int from = 0; from < ids.size(); from += PART) {
      parts.add(ids.subList(from, Math.min(ids.size(), from + PART)));
      lists.append(from == 0 ? "Ids" : ", Ids").append(parts.size()).append(".list()");
    }
    return lists.append(").flatMap(List::stream).toList()").toString();
  }

  private static String listOf(List<String> ids) {
    StringBuilder list = new StringBuilder("List.of(");
    for (int i = 0; i < ids.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(JavaLiteral.of(ids.get(i)));
    }
    return list.append(')').toString();
  }

  /** Adds the classes to the members of a class. */
  void addTo(StringBuilder source) {
    for (int i = 0; i < parts.size(); i++) {
      source.append("\n  private static final class Ids").append(i + 1).append(" {\n");
      source.append("    static List<String> list() {\n      return ");
      source.append(listOf(parts.get(i))).append(";\n    }\n  }\n");
    }
  }
}
