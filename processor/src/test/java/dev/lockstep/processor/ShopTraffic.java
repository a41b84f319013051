package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One version of the example's code, whose {@code ShopStore} saves and reads users in several
 * threads until it is stopped. What any version has saved, each has to read.
 */
final class ShopTraffic implements AutoCloseable {
  private static final int THREADS = 3;

  /** So many users each thread has at most. */
  private static final int USERS = 40;

  private final String version;
  private final ClassLoader code;
  private final DataSource database;
  private final Map<String, Integer> saved;
  private final List<Thread> threads = new ArrayList<>();
  private int steps;
  private boolean stopped;
  private @Nullable Throwable failure;

  /**
   * A version that does nothing yet.
   *
   * @param saved the newest number that is saved for each user, of all versions
   */
  ShopTraffic(String version, ClassLoader code, DataSource database, Map<String, Integer> saved) {
    this.version = version;
    this.code = code;
    this.database = database;
    this.saved = saved;
  }

  static Map<String, Integer> nothingSaved() {
    return new ConcurrentHashMap<>();
  }

  void start() {
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(this::run, version + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void run() {
    try (Store store = new Store()) {
      for (int number = 1; !isStopped(); number++) {
        store.step(Thread.currentThread().getName() + "-" + number % USERS, number);
        count();
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private synchronized void count() {
    steps++;
    notifyAll();
  }

  private synchronized void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    notifyAll();
  }

  private synchronized boolean isStopped() {
    return stopped || failure != null;
  }

  /** Waits until so many times more a user was saved and all were read. */
  synchronized void awaitMore(int more) throws Exception {
    int enough = steps + more;
    while (steps < enough && failure == null) {
      wait();
    }
    requireNoFailure();
  }

  synchronized Throwable awaitFailure() throws InterruptedException {
    while (failure == null) {
      wait();
    }
    return failure;
  }

  private synchronized void requireNoFailure() {
    if (failure != null) {
      throw new AssertionError("the " + version + " version failed", failure);
    }
  }

  /** Saves what the other reads, saves anew, and is read again by this one. */
  void talkTo(ShopTraffic other) throws Exception {
    try (Store mine = new Store();
        Store theirs = other.new Store()) {
      String name = version + " to " + other.version;
      mine.save(name, 1);
      assertEquals(1, theirs.users().get(name));
      theirs.save(name, 2);
      assertEquals(2, mine.users().get(name));
      mine.save(name, 3);
      assertEquals(3, theirs.users().get(name));
    }
  }

  void stop() {
    synchronized (this) {
      stopped = true;
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the " + version + " version did not stop", e);
    }
  }

  /**
   * Stops it.
   *
   * @throws AssertionError if one statement has failed
   */
  @Override
  public void close() {
    stop();
    requireNoFailure();
  }

  /** The {@code ShopStore} of this version, with a connection of its own. */
  private final class Store implements AutoCloseable {
    private final Connection connection;
    private final Object store;

    Store() throws Exception {
      Class<?> type = code.loadClass("dev.lockstep.example.ShopStore");
      assertEquals(code, type.getClassLoader());
      Constructor<?> constructor = type.getDeclaredConstructor(Connection.class);
      constructor.setAccessible(true);
      connection = database.getConnection();
      store = constructor.newInstance(connection);
    }

    void step(String name, int number) throws Exception {
      save(name, number);
      Map<String, Integer> least = Map.copyOf(saved);
      Map<String, Integer> read = users();
      least.forEach((user, known) -> {
        if (read.getOrDefault(user, 0) < known) {
          throw new AssertionError(
              user + " was saved with " + known + ", but has " + read.get(user));
        }
      });
    }

    void save(String name, int number) throws Exception {
      Method save =
          store.getClass().getDeclaredMethod("saveUser", String.class, String.class, String.class);
      call(save, store, name, number + "@" + name, String.valueOf(number));
      saved.put(name, number);
    }

    /** The numbers of all users, by their names. */
    Map<String, Integer> users() throws Exception {
      Map<String, Integer> numbers = new ConcurrentHashMap<>();
      for (Object user : (List<?>) call(store.getClass().getDeclaredMethod("users"), store)) {
        String number = text(user, "address");
        String name = text(user, "username");
        assertEquals(number + "@" + name, text(user, "email"));
        numbers.put(name, Integer.valueOf(number));
      }
      return numbers;
    }

    private static String text(Object user, String component) throws Exception {
      return String.valueOf(call(user.getClass().getMethod(component), user));
    }

    private static Object call(Method method, Object target, Object... arguments) throws Exception {
      method.setAccessible(true);
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
