package dev.lockstep.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A pooler in transaction mode: each transaction of a client goes to the session that has rested
 * longest, and ends with a ReadyForQuery that says {@code I} (PostgreSQL manual, 55.7 Message
 * Formats). As others, it does not know what a session keeps beyond that, and gives each client a
 * process number of its own making.
 */
public final class TransactionPooler implements AutoCloseable {
  private static final int READY = 'Z';
  private static final int SYNC = 'S';
  private static final int QUERY = 'Q';
  private static final int TERMINATE = 'X';
  private static final int KEY = 'K';
  private static final byte IDLE = 'I';

  private final ServerSocket listener;
  private final PGSimpleDataSource server;
  private final int sessions;
  private final BlockingQueue<Session> resting = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private boolean filled;

  /** One of the server, and what it said when it began. */
  private record Session(Socket socket, DataInputStream in, byte[] greeting) {}

  private TransactionPooler(PGSimpleDataSource server, int sessions) throws IOException {
    this.server = server;
    this.sessions = sessions;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Stands before that database with so many sessions. */
  public static TransactionPooler to(DataSource server, int sessions) throws IOException {
    TransactionPooler pooler = new TransactionPooler((PGSimpleDataSource) server, sessions);
    start(pooler::accept);
    return pooler;
  }

  /** The same database by way of this pooler; as poolers want it, without prepared statements. */
  public DataSource dataSource() throws Exception {
    return through(server, listener.getLocalPort());
  }

  /** A database by way of the pooler that listens there. */
  static DataSource through(PGSimpleDataSource server, int port) throws Exception {
    PGSimpleDataSource pooled = new PGSimpleDataSource();
    pooled.setServerNames(new String[] {"127.0.0.1"});
    pooled.setPortNumbers(new int[] {port});
    pooled.setDatabaseName(server.getDatabaseName());
    pooled.setUser(server.getUser());
    pooled.setPrepareThreshold(0);
    pooled.setProperty(PGProperty.SSL_MODE, "disable");
    pooled.setProperty(PGProperty.GSS_ENC_MODE, "disable");
    return pooled;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      client.setTcpNoDelay(true);
      sockets.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      fill(startup(in));
      Session first = take();
      client.getOutputStream().write(first.greeting);
      resting.add(first);
      while (true) {
        byte[] batch = batch(in);
        if (batch.length == 0) {
          return;
        }
        transaction(client, in, batch);
      }
    }
  }

  /**
   * Sends on what belongs to one transaction; a client that goes in its middle ends the session.
   */
  private void transaction(Socket client, DataInputStream in, byte[] begin) throws IOException {
    Session session = take();
    byte[] batch = begin;
    boolean open = true;
    while (open) {
      if (batch.length == 0) {
        session.socket.close();
        throw new EOFException();
      }
      session.socket.getOutputStream().write(batch);
      open = answer(session, client) != IDLE;
      batch = open ? batch(in) : batch;
    }
    resting.add(session);
  }

  /** Hands on the answers to a batch; the state of the transaction after it. */
  private static byte answer(Session session, Socket client) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      byte type = session.in.readByte();
      byte[] body = session.in.readNBytes(session.in.readInt() - 4);
      write(out, type, body);
      if (type == READY) {
        client.getOutputStream().write(out.toByteArray());
        return body[0];
      }
    }
  }

  /** What a client sends up to where it waits for answers; empty at its end. */
  private static byte[] batch(DataInputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      int type = in.read();
      if (type < 0 || type == TERMINATE) {
        return new byte[0];
      }
      write(out, (byte) type, in.readNBytes(in.readInt() - 4));
      if (type == SYNC || type == QUERY) {
        return out.toByteArray();
      }
    }
  }

  private static byte[] startup(DataInputStream in) throws IOException {
    int length = in.readInt();
    return ByteBuffer.allocate(length)
        .putInt(length)
        .put(in.readNBytes(length - 4))
        .array();
  }

  private Session take() {
    try {
      return resting.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins the sessions, as the first client would. */
  private synchronized void fill(byte[] startup) throws IOException {
    if (filled) {
      return;
    }
    filled = true;
    for (int number = 1; number <= sessions; number++) {
      Socket socket = new Socket("127.0.0.1", server.getPortNumbers()[0]);
      socket.setTcpNoDelay(true);
      sockets.add(socket);
      socket.getOutputStream().write(startup);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      resting.add(new Session(socket, in, greeting(in, number)));
    }
  }

  private static byte[] greeting(DataInputStream in, int number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte type = 0;
    while (type != READY) {
      type = in.readByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      write(out, type, type == KEY ? ByteBuffer.allocate(8).putInt(number).array() : body);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte type, byte[] body) {
    out.writeBytes(ByteBuffer.allocate(5 + body.length)
        .put(type)
        .putInt(body.length + 4)
        .put(body)
        .array());
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket each : sockets) {
      each.close();
    }
  }

  /** What a thread does until a socket is closed. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            work.run();
          } catch (EOFException | SocketException e) {
            // One side has gone.
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        "pooler");
    thread.setDaemon(true);
    thread.start();
  }
}
