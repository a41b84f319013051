package dev.lockstep.processor.problem;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.stream.Stream;

/** Something that PostgreSQL asks of every table. */
interface TableRule {

  /** What is wrong with that table of the declared schema; empty if nothing is. */
  Stream<Problem> problems(Table table, Schema declared);
}
