package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void worksInAThreadOfItsOwn() throws InterruptedException {
    BlockingQueue<Thread> worked = new LinkedBlockingQueue<>();
    try (Beside beside = Beside.start()) {
      beside.prepare(() -> worked.add(Thread.currentThread()));

      assertNotSame(Thread.currentThread(), worked.take());
    }
  }

  /** Nobody waits for what stands before it, either. */
  @Test
  void whatIsNotBegunYetIsDoneByWhoNeedsIt() {
    CountDownLatch needed = new CountDownLatch(1);
    try (Beside beside = Beside.start()) {
      beside.prepare(() -> await(needed));
      Supplier<Thread> answer = beside.begin(Thread::currentThread);

      assertSame(Thread.currentThread(), answer.get());
      assertSame(Thread.currentThread(), answer.get());
      needed.countDown();
    }
  }

  @Test
  void whatIsBegunIsWaitedForWhateverInterrupts() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    try (Beside beside = Beside.start()) {
      Supplier<Thread> answer = beside.begin(() -> {
        begun.countDown();
        await(goesOn);
        return Thread.currentThread();
      });
      begun.await();
      Thread.currentThread().interrupt();
      new Thread(goesOn::countDown).start();

      assertNotSame(Thread.currentThread(), answer.get());
      assertTrue(Thread.interrupted());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failsWhereTheAnswerIsGot() {
    try (Beside beside = Beside.start()) {
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
    try (Beside beside = Beside.start(work -> {
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
