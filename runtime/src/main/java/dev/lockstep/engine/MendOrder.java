package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands statements to the differences that they mend. Done difference by difference, in the order
 * of the report, they lead where they lead in their own order: what has to be done before a
 * statement goes with it, if it is not done yet.
 */
final class MendOrder {
  private static final int NONE = -1;

  private final MendGoal goal;
  private final List<MendStep> steps;
  private final KnownNames known;

  /** By step; the difference that it is for. */
  private final int[] owners;

  /** By step; the difference at which it stands. */
  private final int[] places;

  MendOrder(MendGoal goal, List<MendStep> steps, KnownNames known) {
    this.goal = goal;
    this.steps = steps;
    this.known = known;
    this.owners = new int[steps.size()];
    this.places = new int[steps.size()];
    java.util.Arrays.fill(places, NONE);
  }

  List<Difference> mended() {
    own();
    Map<Integer, List<Integer>> owned = new HashMap<>();
    for (int step = 0; step < owners.length; step++) {
      owned.computeIfAbsent(owners[step], key -> new ArrayList<>()).add(step);
    }
    List<Difference> mended = new ArrayList<>();
    for (int number = 0; number < goal.differences().size(); number++) {
      mended.add(goal.differences()
          .get(number)
          .withMend(statements(number, owned.getOrDefault(number, List.of()))));
    }
    return mended;
  }

  /** What changes no difference is for the one that it makes way for, or comes back after. */
  private void own() {
    for (int step = 0; step < owners.length; step++) {
      owners[step] = steps.get(step).serves().stream().findFirst().orElse(NONE);
    }
    int[] served = owners.clone();
    for (int step = 0; step < owners.length; step++) {
      if (served[step] == NONE) {
        int earlier = neighbour(step, -1, served);
        int later = neighbour(step, 1, served);
        boolean leads = steps.get(step).leads();
        owners[step] = later == NONE || (!leads && earlier != NONE) ? earlier : later;
        owners[step] = Math.max(owners[step], 0);
      }
    }
  }

  private int neighbour(int step, int direction, int[] served) {
    for (int i = step + direction; i >= 0 && i < served.length; i += direction) {
      if (served[i] != NONE && (direction < 0 ? precedes(i, step) : precedes(step, i))) {
        return served[i];
      }
    }
    return NONE;
  }

  private boolean precedes(int earlier, int later) {
    return steps.get(earlier).names().precede(steps.get(later).names(), known);
  }

  private List<String> statements(int number, List<Integer> own) {
    Set<Integer> wanted = new TreeSet<>();
    own.forEach(step -> want(step, wanted));
    wanted.forEach(step -> places[step] = number);
    List<String> texts =
        new ArrayList<>(wanted.stream().map(step -> steps.get(step).text()).toList());
    String reason = goal.reasons().get(goal.differences().get(number).object());
    if (reason != null) {
      texts.add(MendText.impossible(reason));
    }
    return texts.isEmpty() ? List.of(elsewhere(number)) : texts;
  }

  /** With all that comes before it and is not done. */
  private void want(int step, Set<Integer> wanted) {
    if (places[step] == NONE && wanted.add(step)) {
      for (int earlier = step - 1; earlier >= 0; earlier--) {
        if (places[earlier] == NONE && !wanted.contains(earlier) && precedes(earlier, step)) {
          want(earlier, wanted);
        }
      }
    }
  }

  private String elsewhere(int number) {
    List<Integer> serving = new ArrayList<>();
    for (int step = 0; step < places.length; step++) {
      if (steps.get(step).serves().contains(number) && places[step] != NONE) {
        serving.add(places[step]);
      }
    }
    return serving.isEmpty()
        ? MendText.impossible("nobody knows how")
        : MendText.seeAbove(goal.differences().get(Collections.max(serving)).object());
  }
}
