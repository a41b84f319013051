package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cli.GraphText.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphTextTest {
  /** {@code "A B<A C<A D<B,C"}. */
  private static String draw(String text) {
    List<Node> nodes = Arrays.stream(text.split(" "))
        .map(word -> word.split("<"))
        .map(parts ->
            new Node(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(",")), '*'))
        .toList();
    return GraphText.of(nodes).stream()
        .map(row -> (row.drawing() + " " + row.revision()).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void drawsALine() {
    assertEquals("* C\n* B\n* A\n", draw("A B<A C<B"));
  }

  @Test
  void drawsAMergeOfTwo() {
    assertEquals("""
        * D
        |\\
        | * C
        * | B
        |/
        * A
        """, draw("A B<A C<A D<B,C"));
  }

  @Test
  void drawsTwoHeads() {
    assertEquals("""
        * C
        | * B
        |/
        * A
        """, draw("A B<A C<A"));
  }

  @Test
  void drawsThreeHeads() {
    assertEquals("""
        * D
        | * C
        | | * B
        | |/
        |/
        * A
        """, draw("A B<A C<A D<A"));
  }

  @Test
  void drawsAMergeOfThree() {
    assertEquals("""
        *-. E
        |\\ \\
        | | * D
        | * | C
        * | | B
        | |/
        |/
        * A
        """, draw("A B<A C<A D<A E<B,C,D"));
  }

  @Test
  void drawsAMergeBesideALine() {
    assertEquals("""
        * F
        | *-. E
        | |\\ \\
        | | | * D
        | | * | C
        | * | | B
        | | |/
        | |/
        |/
        * A
        """, draw("A B<A C<A D<A E<B,C,D F<A"));
  }

  @Test
  void drawsACrissCross() {
    assertEquals("""
        * F
        |\\
        | * E
        | |\\
        * | | D
        |\\ \\ \\
        | |/ /
        | * | C
        | |/
        |/|
        * | B
        |/
        * A
        """, draw("A B<A C<A D<B,C E<C,B F<D,E"));
  }

  @Test
  void drawsTwoBeginnings() {
    assertEquals("""
        * D
        |\\
        | * C
        * B
        * A
        """, draw("A B<A C D<B,C"));
  }

  @Test
  void drawsThreeHeadsOfAMerge() {
    assertEquals("""
        * Z
        | * Y
        | | * X
        | |/
        |/
        * D
        |\\
        | * C
        * | B
        |/
        * A
        """, draw("A B<A C<A D<B,C X<D Y<D Z<D"));
  }

  @Test
  void drawsAMergeOfThreeBeginnings() {
    assertEquals("""
        *-. D
        |\\ \\
        | | * C
        | * B
        * A
        """, draw("A B C D<A,B,C"));
  }
}
