package dev.lockstep.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, a line for each figure: {@code measure,what,count,round,value}. */
final class Csv {
  private static final String HEADER = "measure,what,count,round,value";

  private final Path file;
  private final List<Line> lines = new ArrayList<>();

  /**
   * One figure.
   *
   * @param measure with its unit, as in {@code wall_ms}
   * @param what way or operation
   * @param count of migrations or tables
   */
  record Line(String measure, String what, int count, int round, double value) {
    @Override
    public String toString() {
      return measure + "," + what + "," + count + "," + round + "," + value;
    }

    static Line parse(String text) {
      String[] cells = text.split(",");
      return new Line(
          cells[0],
          cells[1],
          Integer.parseInt(cells[2]),
          Integer.parseInt(cells[3]),
          Double.parseDouble(cells[4]));
    }
  }

  Csv(Path file) {
    this.file = file;
  }

  /** Written at once, so that a run that is cut short leaves what it has. */
  void add(String measure, String what, int count, int round, double value) {
    lines.add(new Line(measure, what, count, round, value));
    try {
      Files.writeString(
          file,
          Stream.concat(Stream.of(HEADER), lines.stream().map(Line::toString))
              .collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(String what, int count, int round, Cost cost) {
    add("wall_ms", what, count, round, cost.wall());
    add("cpu_ms", what, count, round, cost.cpu());
    add("inner_ms", what, count, round, cost.inner());
  }

  Numbers numbers(String measure, String what, int count) {
    return new Numbers(lines.stream()
        .filter(line ->
            line.measure().equals(measure) && line.what().equals(what) && line.count() == count)
        .map(Line::value)
        .toList());
  }

  /** The figure of that round. */
  double value(String measure, String what, int count, int round) {
    return lines.stream()
        .filter(line -> line.measure().equals(measure)
            && line.what().equals(what)
            && line.count() == count
            && line.round() == round)
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** None if there is no such file. */
  static List<Line> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().skip(1).map(Line::parse).toList()
        : List.of();
  }
}
