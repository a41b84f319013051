package dev.lockstep;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection through a {@link ServerProxy}, message by message (PostgreSQL manual, 55.7 Message
 * Formats). A statement is a Query, or an Execute of what a Parse named, perhaps long before.
 */
final class ProxiedConnection {
  private static final char BACKEND_KEY = 'K';
  private static final char READY = 'Z';

  private final ServerProxy proxy;
  private final Cut cut;
  private final Socket client;
  private final Socket server;

  /** Text by name; the nameless one too. */
  private final Map<String, String> parsed = new HashMap<>();

  private String bound = "";

  /** Whether statements were sent whose answer the server may still keep back. */
  private boolean asked;

  private volatile boolean losing;
  private volatile int pid;

  ProxiedConnection(ServerProxy proxy, Cut cut, Socket client, Socket server) {
    this.proxy = proxy;
    this.cut = cut;
    this.client = client;
    this.server = server;
  }

  /** What the server's session is called there. */
  int pid() {
    return pid;
  }

  /** Both sides find the other gone. */
  void close() throws IOException {
    client.close();
    server.close();
  }

  /** Sends on what the client says, until one side is gone. */
  void forward() throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    DataOutputStream out = new DataOutputStream(server.getOutputStream());
    int startup = in.readInt();
    out.writeInt(startup);
    out.write(in.readNBytes(startup - 4));
    while (true) {
      byte type = in.readByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      proxy.count(type, body, in.available() == 0);
      if (isStatement(type, body) && cut.isBefore(bound)) {
        cut.make(this);
        return;
      }
      boolean asks = asked && (type == 'S' || type == 'Q');
      asked = asked && !asks;
      boolean during = asks && cut.isDuring();
      losing = losing || (asks && cut.isAfter());
      out.write(message(type, body));
      if (during) {
        cut.make(this);
      }
    }
  }

  private boolean isStatement(byte type, byte[] body) {
    String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", -1);
    switch (type) {
      case 'P' -> parsed.put(texts[0], texts[1]);
      case 'B' -> bound = parsed.getOrDefault(texts[1], "");
      case 'Q' -> bound = texts[0];
      default -> {}
    }
    boolean statement = type == 'E' || type == 'Q';
    asked = asked || statement;
    return statement;
  }

  /** Sends on what the server says, until one side is gone; an answer that is to be lost is not. */
  void answer() throws IOException {
    try (client) {
      answerAll();
    }
  }

  private void answerAll() throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    while (true) {
      byte type = in.readByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      if (proxy.isCut()) {
        client.close();
        return;
      }
      if (type == BACKEND_KEY) {
        pid = ByteBuffer.wrap(body).getInt();
      }
      if (!losing) {
        held.write(message(type, proxy.told(type, body)));
      }
      if (type == READY && losing) {
        losing = false;
        cut.make(this);
      }
      if (in.available() == 0) {
        client.getOutputStream().write(held.toByteArray());
        held.reset();
      }
    }
  }

  private static byte[] message(byte type, byte[] body) {
    return ByteBuffer.allocate(5 + body.length)
        .put(type)
        .putInt(body.length + 4)
        .put(body)
        .array();
  }
}
