package dev.lockstep.engine;

import java.nio.ByteBuffer;

/**
 * The number of the advisory lock of one history table; PostgreSQL keeps the locks of each database
 * apart.
 */
record LockKey(long value) {
  static LockKey of(String schema) {
    byte[] digest = Checksum.sha256("lockstep\0" + schema + "\0" + HistoryTable.NAME);
    return new LockKey(ByteBuffer.wrap(digest).getLong());
  }

  /** A statement that waits for the lock and keeps it until the transaction ends. */
  String takeForTransaction() {
    return "SELECT pg_catalog.pg_advisory_xact_lock(" + value + ")";
  }

  /**
   * A condition on {@code pg_catalog.pg_locks AS l}: the lock is held. Its number is split as the
   * PostgreSQL manual says (54.12 pg_locks).
   */
  String held() {
    String equals = " OPERATOR(pg_catalog.=) ";
    return "l.locktype" + equals + "'advisory' AND l.granted AND l.objsubid" + equals + "1"
        + " AND l.classid" + equals + "'" + (value >>> 32) + "'::pg_catalog.oid"
        + " AND l.objid" + equals + "'" + (value & 0xFFFF_FFFFL) + "'::pg_catalog.oid"
        + " AND l.database" + equals + "(SELECT d.oid FROM pg_catalog.pg_database AS d"
        + " WHERE d.datname" + equals + "pg_catalog.current_database())";
  }
}
