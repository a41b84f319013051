package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class RiskTest {
  @Test
  void tellsAColumnFromATableWithAPointInItsName() {
    assertEquals(
        "data-loss:user.fax", Risk.dataLoss(QualifiedName.of("user"), "fax").word());
    assertEquals(
        "data-loss:\"user.fax\"", Risk.dataLoss(QualifiedName.of("user.fax")).word());
    assertEquals(
        "data-loss:crm.user.fax",
        Risk.dataLoss(new QualifiedName("crm", "user"), "fax").word());
  }
}
