package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
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
    Stream<Problem> ofTables = schema.tables().values().stream()
        .flatMap(table -> rules.stream().flatMap(rule -> rule.problems(table, schema)));
    Stream<Problem> ofObjects =
        schema.objects().values().stream().flatMap(object -> problems(object, declared));
    return Stream.of(
            SchemaNameRule.problems(declared),
            ofTables,
            ofObjects,
            CycleRule.problems(declared),
            NameTakenRule.problems(declared))
        .flatMap(problems -> problems)
        .toList();
  }

  private static Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    return OBJECT_RULES.stream().flatMap(rule -> rule.problems(object, declared));
  }
}
