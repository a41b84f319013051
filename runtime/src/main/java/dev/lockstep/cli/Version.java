package dev.lockstep.cli;

import dev.lockstep.engine.Origin;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lockstep " + Origin.libraryVersion()};
  }
}
