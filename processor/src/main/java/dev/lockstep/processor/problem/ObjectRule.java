package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.schema.SchemaObject;
import java.util.stream.Stream;

/** One rule for what there is beside tables. */
interface ObjectRule {
  Stream<Problem> problems(SchemaObject object, DeclaredModel declared);
}
