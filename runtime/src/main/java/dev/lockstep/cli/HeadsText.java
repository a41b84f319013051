package dev.lockstep.cli;

import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import dev.lockstep.cli.GraphText.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The heads of the migrations, and where they went apart. */
final class HeadsText {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private HeadsText(List<Entry> migrations) {
    migrations.forEach(entry -> entries.put(entry.id(), entry));
  }

  /** A head alone is its id; of several a graph down to what they have in common. */
  static String of(List<String> heads, List<Entry> migrations) {
    HeadsText text = new HeadsText(migrations);
    return heads.size() < 2
        ? heads.stream().map(head -> head + text.phase(head)).collect(Collectors.joining())
        : text.graph(heads);
  }

  private String phase(String id) {
    Entry entry = entries.get(id);
    return entry != null && entry.phase() == Phase.CONTRACT ? "  (contract)" : "";
  }

  private String graph(List<String> heads) {
    Set<String> apart = new HashSet<>();
    Set<String> common = new HashSet<>(upTo(heads.get(0)));
    for (String head : heads) {
      apart.addAll(upTo(head));
      common.retainAll(upTo(head));
    }
    apart.removeAll(common);
    // Of what they have in common, what comes right before the first that they do not.
    List<String> forks = apart.stream()
        .flatMap(id -> parents(id).stream())
        .filter(common::contains)
        .toList();
    apart.addAll(forks);
    List<Node> nodes = entries.values().stream()
        .filter(entry -> apart.contains(entry.id()))
        .map(entry -> new Node(entry.id(), entry.parents(), '*'))
        .toList();
    List<GraphText.Row> rows = GraphText.of(nodes);
    int width = rows.stream().mapToInt(row -> row.drawing().length()).max().orElse(0);
    return rows.stream()
        .map(row -> (row.drawing() + " ".repeat(width - row.drawing().length()) + "  "
                + row.revision() + (heads.contains(row.revision()) ? "  (head)" : "")
                + phase(row.revision()))
            .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private List<String> parents(String id) {
    Entry entry = entries.get(id);
    return entry == null ? List.of() : entry.parents();
  }

  private Set<String> upTo(String head) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (reached.add(id)) {
        open.addAll(parents(id));
      }
    }
    return reached;
  }
}
