package dev.lockstep.processor.problem;

import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.generate.NewMigration.Loss;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that the changes of one generation do and that has to be accepted before. */
public final class Risks {
  public static final Risks NONE = new Risks(Map.of(), false);

  /** Each with what is lost for ever; empty if nothing is. */
  private final Map<Risk, String> losses;

  private final boolean sought;

  private Risks(Map<Risk, String> losses, boolean sought) {
    this.losses = losses;
    this.sought = sought;
  }

  /** Those that were yet to be found: takes note of each risk that is asked for. */
  static Risks seeking() {
    return new Risks(new TreeMap<>(), true);
  }

  Risks found() {
    return new Risks(Collections.unmodifiableMap(losses), false);
  }

  /** While risks are sought each is accepted, so that what comes after it is heard of too. */
  boolean isSought(Risk risk, String loss) {
    if (sought) {
      losses.put(risk, loss);
    }
    return sought;
  }

  Stream<Risk> of(Hazard hazard) {
    return losses.keySet().stream().filter(risk -> risk.hazard() == hazard);
  }

  public boolean contains(Risk risk) {
    return losses.containsKey(risk);
  }

  /** As {@code lockstep.accept} names them, sorted. */
  public List<String> words() {
    return losses.keySet().stream().map(Risk::word).sorted().toList();
  }

  /** What no downgrade brings back, sorted. */
  public List<Loss> losses() {
    return losses.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> new Loss(each.getKey().thing(), each.getValue()))
        .toList();
  }
}
