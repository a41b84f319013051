package dev.lockstep.postgres;

/** An operation needs a newer PostgreSQL than the server; the message names both versions. */
public final class UnsupportedFeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int neededMajor;
  private final int serverMajor;

  UnsupportedFeatureException(String feature, int neededMajor, int serverMajor) {
    super("[lockstep:FeatureUnsupported] " + feature + " needs PostgreSQL " + neededMajor
        + " or later; this server is PostgreSQL " + serverMajor);
    this.neededMajor = neededMajor;
    this.serverMajor = serverMajor;
  }

  public int neededMajor() {
    return neededMajor;
  }

  public int serverMajor() {
    return serverMajor;
  }
}
