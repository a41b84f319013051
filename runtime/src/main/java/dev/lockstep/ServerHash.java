package dev.lockstep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the server's {@code hashtextextended} makes of texts: Bob Jenkins' lookup3 with a seed
 * ({@code hash_bytes_extended} in PostgreSQL's {@code src/common/hashfn.c}). Partitions by hash lie
 * on disk by it, so it stays as it is from version to version; a server on a big-endian machine has
 * another, as one that keeps texts in another encoding has for what is not ASCII.
 */
final class ServerHash {
  private static final int BLOCK = 12;

  private int a;
  private int b;
  private int c;

  private ServerHash(int length) {
    a = 0x9e3779b9 + length + 3923095;
    b = a;
    c = a;
  }

  /**
   * {@code pg_catalog.hashtextextended(text, seed)}.
   *
   * @param seed the hash of another text, to make one of both
   */
  static long of(String text, long seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ServerHash hash = new ServerHash(bytes.length);
    if (seed != 0) {
      hash.add((int) (seed >>> Integer.SIZE), (int) seed, 0);
      hash.mix();
    }
    int whole = bytes.length - bytes.length % BLOCK;
    ByteBuffer blocks = ByteBuffer.wrap(bytes, 0, whole).order(ByteOrder.LITTLE_ENDIAN);
    while (blocks.hasRemaining()) {
      hash.add(blocks.getInt(), blocks.getInt(), blocks.getInt());
      hash.mix();
    }
    hash.addRest(bytes, whole);
    return hash.end();
  }

  private void add(int toA, int toB, int toC) {
    a += toA;
    b += toB;
    c += toC;
  }

  /** The lowest byte of the last number is that of the length. */
  private void addRest(byte[] bytes, int from) {
    ByteBuffer rest = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    rest.put(bytes, from, bytes.length - from);
    add(rest.getInt(0), rest.getInt(4), rest.getInt(8) << Byte.SIZE);
  }

  private void mix() {
    a = (a - c) ^ Integer.rotateLeft(c, 4);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 6);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 8);
    b += a;
    a = (a - c) ^ Integer.rotateLeft(c, 16);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 19);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 4);
    b += a;
  }

  private long end() {
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    c = (c ^ b) - Integer.rotateLeft(b, 24);
    return (long) b << Integer.SIZE | Integer.toUnsignedLong(c);
  }
}
