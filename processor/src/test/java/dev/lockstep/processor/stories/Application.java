package dev.lockstep.processor.stories;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * An application at work: a session for each of its statements, which sends that one again and
 * again, with any number from 1 to the rows' for its parameters. None waits longer for a lock than
 * it may: the server itself cuts it off then ({@code lock_timeout}), however busy the machine is.
 */
final class Application implements AutoCloseable {
  private static final String LOCK_TIMEOUT = "55P03";

  private final DataSource database;
  private final Duration longestWait;
  private final int rows;
  private final List<Thread> sessions = new ArrayList<>();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong blocked = new AtomicLong();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final CountDownLatch atWork;
  private volatile boolean ended;

  /**
   * What the sessions met.
   *
   * @param done statements that were carried out
   * @param blocked statements that waited for a lock longer than they may
   * @param failures what else failed, by the statement
   */
  record Experience(long done, long blocked, Map<String, String> failures) {}

  private Application(
      DataSource database, Duration longestWait, int rows, List<String> statements) {
    this.database = database;
    this.longestWait = longestWait;
    this.rows = rows;
    this.atWork = new CountDownLatch(statements.size());
    statements.forEach(sql -> sessions.add(new Thread(() -> work(sql))));
  }

  /** One that is at work already: each of its statements has been carried out once. */
  static Application start(
      DataSource database, Duration longestWait, int rows, List<String> statements)
      throws InterruptedException {
    Application application = new Application(database, longestWait, rows, statements);
    application.sessions.forEach(Thread::start);
    application.atWork.await();
    return application;
  }

  private void work(String sql) {
    try (Connection connection = database.getConnection();
        Statement settings = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      settings.execute("SET lock_timeout = " + longestWait.toMillis());
      while (!ended) {
        send(statement, sql);
        atWork.countDown();
      }
    } catch (SQLException e) {
      failures.put(sql, e.toString());
    } finally {
      atWork.countDown();
    }
  }

  private void send(PreparedStatement statement, String sql) throws SQLException {
    long parameters = sql.chars().filter(each -> each == '?').count();
    for (int i = 1; i <= parameters; i++) {
      statement.setLong(i, 1 + ThreadLocalRandom.current().nextLong(rows));
    }
    try {
      statement.execute();
      done.incrementAndGet();
    } catch (SQLException e) {
      if (LOCK_TIMEOUT.equals(e.getSQLState())) {
        blocked.incrementAndGet();
      } else {
        failures.put(sql, e.toString());
      }
    }
  }

  /** What it met; it has ended then. */
  Experience end() throws InterruptedException {
    ended = true;
    for (Thread session : sessions) {
      session.join();
    }
    return new Experience(done.get(), blocked.get(), new TreeMap<>(failures));
  }

  /** Its sessions end with what they are at. */
  @Override
  public void close() {
    ended = true;
  }
}
