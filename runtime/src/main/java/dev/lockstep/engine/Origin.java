package dev.lockstep.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;

/** What a history row says of the program that wrote it. */
public final class Origin {
  /** Read once: each row has them. */
  private static final String LIBRARY_VERSION = readLibraryVersion();

  private static final String HOST = findHost();

  private Origin() {}

  /** Of this library, as its build wrote it down. */
  public static String libraryVersion() {
    return LIBRARY_VERSION;
  }

  /** The name of this machine; empty if it has none. */
  static String host() {
    return HOST;
  }

  private static String readLibraryVersion() {
    Properties properties = new Properties();
    try (InputStream file = Origin.class.getResourceAsStream("version.properties")) {
      if (file == null) {
        throw new IllegalStateException("version.properties is not in the jar");
      }
      properties.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties.getProperty("version");
  }

  private static String findHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
