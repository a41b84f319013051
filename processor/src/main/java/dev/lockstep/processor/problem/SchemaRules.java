package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PostgreSQL would not take of a declared schema, or would take for something else; found
 * before anything is generated.
 */
public final class SchemaRules {
  private static final List<TableRule> TABLE_RULES = List.of(
      new NameRule(),
      new ColumnRule(),
      new TypeRule(),
      new IdentityRule(),
      new ComputedRule(),
      new StorageRule(),
      new EnumColumnRule(),
      new KeyRule(),
      new OverlapsRule(),
      new ExclusionRule(),
      new PartitionRule(),
      new ForeignKeyRule(),
      new PeriodRule(),
      new ForeignKeyActionRule(),
      new IndexRule(),
      new ImmutableRule());

  private static final List<ObjectRule> OBJECT_RULES =
      List.of(new ObjectNameRule(), new SequenceRule(), new ViewRule());

  private SchemaRules() {}

  /**
   * All that is wrong, by table, then by what is beside tables, then by rule; names that are taken
   * last.
   */
  public static List<Problem> check(DeclaredModel declared) {
    return check(declared, Schema.EMPTY);
  }

  /** The same where something is recorded: a name that was a column's is known for one. */
  public static List<Problem> check(DeclaredModel declared, Schema recorded) {
    Schema schema = declared.schema();
    List<TableRule> rules = new ArrayList<>(TABLE_RULES);
    rules.add(new ExpressionRule(recorded, declared.hints()));
    List<Problem> problems = new ArrayList<>();
    addAll(problems, SchemaNameRule.problems(declared));
    for (Table table : schema.tables().values()) {
      for (TableRule rule : rules) {
        addAll(problems, rule.problems(table, schema));
      }
    }
    for (SchemaObject object : schema.objects().values()) {
      for (ObjectRule rule : OBJECT_RULES) {
        addAll(problems, rule.problems(object, declared));
      }
    }
    addAll(problems, CycleRule.problems(declared));
    addAll(problems, NameTakenRule.problems(declared));
    return List.copyOf(problems);
  }

  private static void addAll(List<Problem> problems, Stream<Problem> more) {
    problems.addAll(more.toList());
  }
}
