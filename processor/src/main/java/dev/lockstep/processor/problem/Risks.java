package dev.lockstep.processor.problem;

import dev.lockstep.diff.Hazard;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that the changes of one generation do and that has to be accepted before. */
public final class Risks {
  public static final Risks NONE = new Risks(Set.of(), false);

  private final Set<Risk> risks;
  private final boolean sought;

  private Risks(Set<Risk> risks, boolean sought) {
    this.risks = risks;
    this.sought = sought;
  }

  /** Those that were yet to be found: takes note of each risk that is asked for. */
  static Risks seeking() {
    return new Risks(new TreeSet<>(), true);
  }

  Risks found() {
    return new Risks(new TreeSet<>(risks), false);
  }

  /** While risks are sought each is accepted, so that what comes after it is heard of too. */
  boolean isSought(Risk risk) {
    if (sought) {
      risks.add(risk);
    }
    return sought;
  }

  /** Sorted. */
  public Stream<Risk> all() {
    return risks.stream();
  }

  /** Sorted. */
  public Stream<Risk> of(Hazard hazard) {
    return risks.stream().filter(risk -> risk.hazard() == hazard);
  }

  /** As {@code lockstep.accept} names them, sorted. */
  public List<String> words() {
    return risks.stream().map(Risk::word).sorted().toList();
  }
}
