package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BesideTest {
  private static final int MANY = 100;

  @Test
  void worksInAThreadOfItsOwn() {
    try (Beside beside = new Beside(MANY)) {
      Supplier<Thread> one = beside.begin(Thread::currentThread);
      Supplier<Thread> other = beside.begin(Thread::currentThread);

      assertNotSame(Thread.currentThread(), one.get());
      assertSame(one.get(), other.get());
    }
  }

  @Test
  void fewMigrationsAreNotWorthAThread() {
    try (Beside beside = new Beside(1)) {
      assertSame(Thread.currentThread(), beside.begin(Thread::currentThread).get());
    }
  }

  @Test
  void failsWhereTheAnswerIsGot() {
    try (Beside beside = new Beside(MANY)) {
      Supplier<String> answer = beside.begin(() -> {
        throw new IllegalStateException("no");
      });

      assertEquals("no", assertThrows(IllegalStateException.class, answer::get).getMessage());
    }
  }

  /** Without asking for one again and again. */
  @Test
  void worksInTheCallersThreadWhereTheSystemHasNoOther() {
    List<Runnable> asked = new ArrayList<>();
    try (Beside beside = new Beside(MANY, work -> {
      asked.add(work);
      return new Refused();
    })) {
      Supplier<Thread> one = beside.begin(Thread::currentThread);
      Supplier<Thread> other = beside.begin(Thread::currentThread);

      assertSame(Thread.currentThread(), one.get());
      assertSame(Thread.currentThread(), other.get());
      assertEquals(1, asked.size());
    }
  }

  /** As {@link Thread#start} fails where the system has no thread left. */
  private static final class Refused extends Thread {
    @Override
    public void start() {
      throw new OutOfMemoryError("unable to create native thread");
    }
  }
}
