package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {
  private final Course course = new Course(Direction.UPGRADE, MigrationListener.NONE);

  /** A session that lost its client goes on with what it has until it notices. */
  @Test
  void countsWhatIsCommittedAfterTheConnectionIsLost() {
    course.sent(List.of("A", "B", "C"));

    course.settle(Set.of());
    assertEquals(List.of(), course.revisions());
    course.settle(Set.of("A"));
    course.settle(Set.of("A", "B"));

    assertEquals(List.of("A", "B"), course.revisions());
    assertEquals(2, course.progress());
  }

  @Test
  void countsNothingTwice() {
    course.sent(List.of("A", "B", "C"));
    course.finish(2, Duration.ofMillis(10));

    course.settle(Set.of("A", "B", "C"));

    assertEquals(List.of("A", "B"), course.revisions());
    assertEquals(Duration.ofMillis(5), course.finished().get(0).duration());
  }
}
