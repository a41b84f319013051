package dev.lockstep;

import dev.lockstep.diff.Change;
import java.util.List;

/**
 * How the database differs from what its applied migrations say.
 *
 * <pre>
 * schema public at M0002_AddAddressToUser: 1 difference
 *   type of column "address" of table "user"
 *     expected: varchar(200)
 *     found:    text
 * </pre>
 *
 * @param schema raw name of the target schema
 * @param at as in {@link UpgradeReport}
 * @param differences ordered by table; empty if there is no drift
 * @param faults what is wrong with the code, not with the database: its migrations do not lead to
 *     the schema that it was compiled with; empty if they do
 */
public record DriftReport(
    String schema, List<String> at, List<Difference> differences, List<String> faults) {
  /**
   * One difference.
   *
   * @param change leads from what is expected to what was found
   * @param object what differs: {@code column "fax" of table "customer"}
   * @param expected {@code nothing} if it should not be there
   * @param found {@code nothing} if it is not there
   */
  public record Difference(Change change, String object, String expected, String found) {
    @Override
    public String toString() {
      return object + "\n  expected: " + indented(expected) + "\n  found:    " + indented(found);
    }

    private static String indented(String text) {
      return text.replace("\n", "\n            ");
    }
  }

  public DriftReport {
    at = List.copyOf(at);
    differences = List.copyOf(differences);
    faults = List.copyOf(faults);
  }

  /** One of migrations without a fault. */
  public DriftReport(String schema, List<String> at, List<Difference> differences) {
    this(schema, at, differences, List.of());
  }

  public Outcome outcome() {
    return differences.isEmpty() && faults.isEmpty() ? Outcome.DONE : Outcome.DRIFT;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("schema " + schema + " at " + Reports.place(at) + ": "
        + (differences.isEmpty() ? "no drift" : Reports.count(differences.size(), "difference")));
    differences.forEach(each -> text.append("\n  ").append(each.toString().replace("\n", "\n  ")));
    faults.forEach(
        each -> text.append("\n  fault of the code, not of the database: ").append(each));
    return text.toString();
  }
}
