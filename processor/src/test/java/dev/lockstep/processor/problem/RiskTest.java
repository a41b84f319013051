package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** A value of an enum that is text with a check, as the README and messages name it. */
  @Test
  void namesAValueOfAColumn() {
    Risk risk = Risk.dataLoss(QualifiedName.of("eu"), "p", "Z");
    assertEquals("data-loss:eu.p.Z", risk.word());
    assertTrue(risk.isTypeable());
    assertEquals(
        "data-loss:eu.p.\"1.0\"",
        Risk.dataLoss(QualifiedName.of("eu"), "p", "1.0").word());
  }
}
