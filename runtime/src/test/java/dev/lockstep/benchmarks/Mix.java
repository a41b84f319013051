package dev.lockstep.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the migrations of a set do. */
enum Mix {
  /** Each makes a table. */
  CREATE {
    @Override
    Step step(int number) {
      return new Step(number, number, Step.Kind.CREATE_TABLE);
    }
  },
  /** Each gives a column to one of ten tables that were there before, in turn. */
  ADD {
    @Override
    Step step(int number) {
      return number <= TABLES
          ? CREATE.step(number)
          : new Step(number, (number - 1) % TABLES + 1, Step.Kind.ADD_COLUMN);
    }

    @Override
    List<Step> before() {
      return CREATE.steps(TABLES);
    }
  },
  /** One makes a table, the next gives it a column. */
  MIXED {
    @Override
    Step step(int number) {
      return new Step(
          number,
          (number + 1) / 2,
          number % 2 == 1 ? Step.Kind.CREATE_TABLE : Step.Kind.ADD_COLUMN);
    }
  };

  private static final int TABLES = 10;

  abstract Step step(int number);

  /** What is applied before anything is measured. */
  List<Step> before() {
    return List.of();
  }

  /** All with those before. */
  List<Step> steps(int count) {
    return IntStream.rangeClosed(1, before().size() + count)
        .mapToObj(this::step)
        .toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
