package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.WrittenMigrations;
import java.util.List;

/** A merge of two branches and three heads after it, as a service finds them. */
public final class BranchedMigrations extends ServedMigrations {
  public BranchedMigrations() {
    super(new WrittenMigrations()
        .add("M0001_T", schema -> schema.createTable("t", column("id", text())))
        .add("M0002_A", schema -> schema.addColumn("t", column("a", text())))
        .add("M0002_B", List.of("M0001_T"), schema -> {}, schema -> {})
        .add("M0003_Merge", List.of("M0002_A", "M0002_B"), schema -> {}, schema -> {})
        .add("M0004_X", List.of("M0003_Merge"), schema -> {}, schema -> {})
        .add("M0004_Y", List.of("M0003_Merge"), schema -> {}, schema -> {})
        .add("M0004_Z", List.of("M0003_Merge"), schema -> {}, schema -> {}));
  }
}
