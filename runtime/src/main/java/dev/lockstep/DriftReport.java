package dev.lockstep;

import dev.lockstep.diff.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * How the database differs from what its applied migrations say.
 *
 * <pre>
 * schema public at M0002_AddAddressToUser: 1 difference
 *   type of column "address" of table "user"
 *     expected: varchar(200)
 *     found:    text
 *     mend:     -- loses data: spaces at the end of its values may have been cut
 *               ALTER TABLE "public"."user" ALTER COLUMN "address" TYPE varchar(200);
 * </pre>
 *
 * @param schema raw name of the target schema
 * @param at as in {@link UpgradeReport}
 * @param settings SQL statements for the session in which the statements of {@link Difference#mend}
 *     are to be run, before them; empty if nothing can be mended
 * @param differences ordered by table; empty if there is no drift
 * @param coarse why nothing temporary could be made, so that what is expected was not printed by
 *     the server but compared as it was written, and what would help; empty if the server printed
 *     it
 * @param unsure what was not compared for certain: both texts may mean the same; with a reason for
 *     it in {@code coarse} alone
 * @param faults what is wrong with the code, not with the database: its migrations do not lead to
 *     the schema that it was compiled with; empty if they do
 */
public record DriftReport(
    String schema,
    List<String> at,
    List<String> settings,
    List<Difference> differences,
    String coarse,
    List<Difference> unsure,
    List<String> faults) {
  /**
   * One difference.
   *
   * @param change leads from what is expected to what was found
   * @param object what differs: {@code column "fax" of table "customer"}
   * @param expected {@code nothing} if it should not be there
   * @param found {@code nothing} if it is not there
   * @param mend SQL statements that make the database as expected, each with its semicolon and in
   *     order, after those of the differences before this one; nobody runs them. A comment stands
   *     before a statement that loses data or may fail, and alone where no statement mends it, or
   *     those of another difference do
   */
  public record Difference(
      Change change, String object, String expected, String found, List<String> mend) {
    public Difference {
      mend = List.copyOf(mend);
    }

    /** One of which nobody has said yet what mends it. */
    public Difference(Change change, String object, String expected, String found) {
      this(change, object, expected, found, List.of());
    }

    public Difference withMend(List<String> statements) {
      return new Difference(change, object, expected, found, statements);
    }

    @Override
    public String toString() {
      return object + "\n  expected: " + indented(expected) + "\n  found:    " + indented(found)
          + (mend.isEmpty() ? "" : "\n  mend:     " + indented(String.join("\n", mend)));
    }

    private static String indented(String text) {
      return text.replace("\n", "\n            ");
    }
  }

  public DriftReport {
    at = List.copyOf(at);
    settings = List.copyOf(settings);
    differences = List.copyOf(differences);
    unsure = List.copyOf(unsure);
    faults = List.copyOf(faults);
  }

  /**
   * All that mends the differences, in order and after the settings for it: text for one session,
   * each statement in a transaction of its own. Empty if nothing differs.
   */
  public List<String> mend() {
    List<String> statements = new ArrayList<>(settings);
    differences.forEach(each -> statements.addAll(each.mend()));
    return List.copyOf(statements);
  }

  /**
   * Drift is what differs for certain; a report without one and with {@link #coarse} says no more
   * than that.
   */
  public Outcome outcome() {
    return differences.isEmpty() && faults.isEmpty() ? Outcome.DONE : Outcome.DRIFT;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("schema " + schema + " at " + Reports.place(at) + ": "
        + (differences.isEmpty() ? noDrift() : Reports.count(differences.size(), "difference")));
    differences.forEach(each -> text.append("\n  ").append(each.toString().replace("\n", "\n  ")));
    if (!coarse.isEmpty()) {
      text.append("\n  not compared as PostgreSQL prints them: ").append(coarse);
    }
    unsure.forEach(each -> text.append("\n  not compared for certain: ")
        .append(each.toString().replace("\n", "\n  ")));
    if (!settings.isEmpty()) {
      text.append("\n  before a mend: ").append(String.join(" ", settings));
    }
    faults.forEach(
        each -> text.append("\n  fault of the code, not of the database: ").append(each));
    return text.toString();
  }

  /** What was not compared is not said to be without drift. */
  private String noDrift() {
    return coarse.isEmpty()
        ? "no drift"
        : "no drift in what could be compared, " + unsure.size() + " not compared";
  }
}
