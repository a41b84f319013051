package dev.lockstep;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Stands before a server and notes what a client sends (PostgreSQL manual, 55.7 Message Formats):
 * the text of each Parse and Query, and as a round trip each Sync or Query that nothing follows: a
 * client that sends on does not wait. It can lose an answer, and end a connection.
 */
public final class ServerProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final PGSimpleDataSource server;
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final AtomicInteger roundTrips = new AtomicInteger();

  private volatile String version = "";
  private volatile String cutAt = "";
  private volatile boolean cut;
  private volatile Cut planned = Cut.NEVER;

  private ServerProxy(PGSimpleDataSource server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  public static ServerProxy to(DataSource server) throws IOException {
    ServerProxy proxy = new ServerProxy((PGSimpleDataSource) server);
    start("accept", proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /** The same database by way of this proxy. */
  public DataSource dataSource() throws Exception {
    PGSimpleDataSource proxied = new PGSimpleDataSource();
    proxied.setServerNames(new String[] {"127.0.0.1"});
    proxied.setPortNumbers(new int[] {port()});
    proxied.setDatabaseName(server.getDatabaseName());
    proxied.setUser(server.getUser());
    proxied.setProperty(PGProperty.SSL_MODE, "disable");
    proxied.setProperty(PGProperty.GSS_ENC_MODE, "disable");
    return proxied;
  }

  /** A pool that lends that one connection, whose close does nothing. */
  DataSource pool(Connection connection) {
    Connection lent = (Connection) Proxy.newProxyInstance(
        ServerProxy.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) ->
            method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource) Proxy.newProxyInstance(
        ServerProxy.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> lent);
  }

  public void reset() {
    statements.clear();
    roundTrips.set(0);
  }

  public List<String> statements() {
    return List.copyOf(statements);
  }

  public int roundTrips() {
    return roundTrips.get();
  }

  /** The server gets that statement, and nobody its answer or any later one. */
  public void loseAnswerTo(String statement) {
    cutAt = statement;
  }

  /** Clients that connect from now on are told that this is the server's version. */
  public void tellVersion(String told) {
    version = told;
  }

  /** A message of the server as a client is to see it. */
  byte[] told(byte type, byte[] body) {
    String[] setting = new String(body, StandardCharsets.UTF_8).split("\0", -1);
    return type == 'S' && !version.isEmpty() && setting[0].equals("server_version")
        ? ("server_version\0" + version + "\0").getBytes(StandardCharsets.UTF_8)
        : body;
  }

  private String last() {
    return statements.get(statements.size() - 1);
  }

  /** Ends a connection there; to be set before the run connects. */
  public void cut(Cut next) {
    planned = next;
  }

  /** Whether nobody is to get an answer any more. */
  boolean isCut() {
    return cut;
  }

  /** Takes no further connection: nobody listens there any more. */
  void refuse() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Socket backend = new Socket("127.0.0.1", server.getPortNumbers()[0]);
      // Small messages would wait for acknowledgements, 40 ms each.
      client.setTcpNoDelay(true);
      backend.setTcpNoDelay(true);
      ProxiedConnection connection = new ProxiedConnection(this, planned, client, backend);
      start("up", connection::forward);
      start("down", connection::answer);
    }
  }

  /**
   * Notes a message of a client.
   *
   * @param last whether nothing more has come from it yet
   */
  void count(byte type, byte[] body, boolean last) {
    if (type == 'P') {
      String text = new String(body, StandardCharsets.UTF_8);
      statements.add(text.split("\0", -1)[1]);
    }
    if (type == 'Q') {
      statements.add(new String(body, 0, body.length - 1, StandardCharsets.UTF_8));
    }
    if (!cutAt.isEmpty() && !statements.isEmpty() && cutAt.equals(last())) {
      cut = true;
    }
    if (last && (type == 'S' || type == 'Q')) {
      roundTrips.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** What a thread of the proxy does until a socket is closed. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            work.run();
          } catch (EOFException | SocketException e) {
            // One side has gone; the other will notice.
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        "proxy-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
