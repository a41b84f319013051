package dev.lockstep;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where a run is cut that goes through a {@link ServerProxy}, and how; made once. */
public final class Cut {
  /** What ends the connection. */
  public enum Way {
    /** The network: both sides find the other gone. */
    CONNECTION,
    /** {@code pg_terminate_backend}. */
    BACKEND
  }

  /** When that is. */
  public enum Moment {
    /** The server does not get the statement. */
    BEFORE,
    /** The server has the statement and whatever was sent with it, and may have begun. */
    DURING,
    /** The server has answered, and the client never sees it. */
    AFTER
  }

  static final Cut NEVER = new Cut(Way.CONNECTION, Moment.BEFORE, 0, null);

  private final Way way;
  private final Moment moment;
  private final int at;
  private final DataSource server;
  private final String only;
  private int seen;
  private String statement = "";
  private boolean made;

  /**
   * A cut that is yet to be made.
   *
   * @param at the statement, counted from one; for the moments after it is sent, the round trip
   * @param server where a backend is ended
   */
  public Cut(Way way, Moment moment, int at, DataSource server) {
    this(way, moment, at, server, "");
  }

  private Cut(Way way, Moment moment, int at, DataSource server, String only) {
    this.way = way;
    this.moment = moment;
    this.at = at;
    this.server = server;
    this.only = only;
  }

  /**
   * One that loses the connection with the answer to a statement, the n-th time that it is sent.
   */
  public static Cut answerTo(String statement, int at, DataSource server) {
    return new Cut(Way.CONNECTION, Moment.AFTER, at, server, statement);
  }

  public synchronized boolean isMade() {
    return made;
  }

  /** The last statement that was sent, or was about to be when it was made. */
  synchronized String statement() {
    return statement;
  }

  synchronized boolean isBefore(String next) {
    if (made) {
      return false;
    }
    statement = next;
    return moment == Moment.BEFORE && isIt();
  }

  synchronized boolean isDuring() {
    return moment == Moment.DURING && isIt();
  }

  synchronized boolean isAfter() {
    return moment == Moment.AFTER && isIt();
  }

  private boolean isIt() {
    if (!only.isEmpty() && !only.equals(statement)) {
      return false;
    }
    seen++;
    return !made && seen == at;
  }

  void make(ProxiedConnection connection) throws IOException {
    synchronized (this) {
      made = true;
    }
    if (way == Way.CONNECTION) {
      connection.close();
      return;
    }
    try {
      Shop.execute(server, "SELECT pg_terminate_backend(" + connection.pid() + ", 10000)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public String toString() {
    return way + " " + moment + " " + at + ": " + statement();
  }
}
