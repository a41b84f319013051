package dev.lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Draws which revision comes after which, the newest first, as {@code git log --graph} does.
 *
 * <pre>
 * *    M0004_Merge
 * |\
 * | *  M0003_AddAge
 * * |  M0002_AddAddressToUser
 * |/
 * *    M0001_InitialMigration
 * </pre>
 */
final class GraphText {
  /** What each lane leads down to, from the left. */
  private final List<String> lanes = new ArrayList<>();

  private final List<Row> rows = new ArrayList<>();

  /**
   * One line of the drawing.
   *
   * @param revision empty where it only joins others
   */
  record Row(String drawing, String revision) {}

  /**
   * One revision.
   *
   * @param parents those that are not drawn are left out
   * @param mark a character
   */
  record Node(String revision, List<String> parents, char mark) {}

  private GraphText() {}

  /** The lines of nodes that come in the order of their graph, parents first. */
  static List<Row> of(List<Node> nodes) {
    GraphText graph = new GraphText();
    List<String> drawn = nodes.stream().map(Node::revision).toList();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      graph.draw(
          node, node.parents().stream().filter(drawn::contains).distinct().toList());
    }
    return graph.rows;
  }

  private void draw(Node node, List<String> parents) {
    int lane = lanes.indexOf(node.revision());
    if (lane < 0) {
      lane = lanes.size();
      lanes.add(node.revision());
    }
    while (lanes.lastIndexOf(node.revision()) > lane) {
      int last = lanes.lastIndexOf(node.revision());
      join(last, lanes.subList(0, last).lastIndexOf(node.revision()));
    }
    for (int i = 2; i < parents.size(); i++) {
      makeRoom(lane + 1);
    }
    addNode(node, lane, parents.size());
    if (parents.isEmpty()) {
      end(lane);
    } else {
      branch(lane, parents);
    }
  }

  /** Leads a lane into one on its left, over those between. */
  private void join(int from, int to) {
    Canvas first = new Canvas();
    for (int i = 0; i < lanes.size(); i++) {
      first.put(i < from ? 2 * i : 2 * i - 1, i < from ? '|' : '/');
    }
    rows.add(first.row());
    lanes.remove(from);
    for (int at = from - 1; at > to; at--) {
      Canvas next = verticals();
      next.put(2 * at - 1, '/');
      rows.add(next.row());
    }
  }

  /** Moves the lanes from there on to the right by one, for a moment without a lane there. */
  private void makeRoom(int from) {
    if (from < lanes.size()) {
      Canvas canvas = new Canvas();
      for (int i = 0; i < lanes.size(); i++) {
        canvas.put(i < from ? 2 * i : 2 * i + 1, i < from ? '|' : '\\');
      }
      rows.add(canvas.row());
    }
    lanes.add(from, "");
  }

  private void addNode(Node node, int lane, int parents) {
    Canvas canvas = verticals();
    canvas.put(2 * lane, node.mark());
    for (int i = 2; i < parents; i++) {
      canvas.put(2 * (lane + i) - 3, '-');
      canvas.put(2 * (lane + i) - 2, i == parents - 1 ? '.' : '-');
    }
    rows.add(new Row(canvas.text(), node.revision()));
    lanes.removeIf(String::isEmpty);
  }

  private void branch(int lane, List<String> parents) {
    lanes.set(lane, parents.get(0));
    int more = parents.size() - 1;
    if (more > 0) {
      Canvas canvas = new Canvas();
      for (int i = 0; i <= lane; i++) {
        canvas.put(2 * i, '|');
      }
      for (int i = lane; i < lanes.size() + more - 1; i++) {
        canvas.put(2 * i + 1, '\\');
      }
      rows.add(canvas.row());
      lanes.addAll(lane + 1, parents.subList(1, parents.size()));
    }
  }

  private void end(int lane) {
    lanes.remove(lane);
    if (lane < lanes.size()) {
      Canvas canvas = new Canvas();
      for (int i = 0; i < lanes.size(); i++) {
        canvas.put(i < lane ? 2 * i : 2 * i + 1, i < lane ? '|' : '/');
      }
      rows.add(canvas.row());
    }
  }

  private Canvas verticals() {
    Canvas canvas = new Canvas();
    for (int i = 0; i < lanes.size(); i++) {
      if (!Objects.equals(lanes.get(i), "")) {
        canvas.put(2 * i, '|');
      }
    }
    return canvas;
  }

  /** One line of characters at places. */
  private static final class Canvas {
    private final StringBuilder text = new StringBuilder();

    void put(int place, char character) {
      while (text.length() <= place) {
        text.append(' ');
      }
      text.setCharAt(place, character);
    }

    String text() {
      return text.toString();
    }

    Row row() {
      return new Row(text(), "");
    }
  }
}
