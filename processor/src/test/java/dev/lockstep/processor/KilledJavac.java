package dev.lockstep.processor;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A compile in a process of its own that is killed once it has changed the project's files so many
 * times. It stops at each line of the classes that write, so that each state of the files which two
 * of these lines leave is met; what kills it leaves it no time to tidy up. Temporary files count
 * together, as none or some.
 */
final class KilledJavac {
  private static final List<Class<?>> WRITERS =
      List.of(LockstepProcessor.class, Output.class, SourceChanges.class, FolderLock.class);
  private static final String TIMEOUT_MILLIS = "60000";

  private final Project project;
  private final String option;
  private final int last;
  private Map<String, String> seen;
  private int changes;

  private KilledJavac(Project project, String option, int last) throws IOException {
    this.project = project;
    this.option = option;
    this.last = last;
    this.seen = state();
  }

  /**
   * Compiles everything below the source root.
   *
   * @param last the change of files after which the compile is killed; 1 is the first
   * @return whether it was; else it has ended by itself
   */
  static boolean kill(Project project, String option, int last) throws Exception {
    return new KilledJavac(project, option, last).run();
  }

  private boolean run() throws Exception {
    ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
        .filter(each -> each.transport().name().equals("dt_socket"))
        .findFirst()
        .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("127.0.0.1");
    arguments.get("timeout").setValue(TIMEOUT_MILLIS);
    String address = connector.startListening(arguments);
    Path log = Files.createTempFile("javac", ".log");
    Process process = new ProcessBuilder(command(address))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      boolean killed = watch(connector.accept(arguments), process);
      int code = process.waitFor();
      if (!killed && code != 0) {
        throw new AssertionError(Files.readString(log));
      }
      return killed;
    } finally {
      process.destroyForcibly();
      connector.stopListening(arguments);
      Files.delete(log);
    }
  }

  private List<String> command(String address) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address));
    command.addAll(project.javac(option));
    return command;
  }

  /** Whether the process was killed. */
  private boolean watch(VirtualMachine machine, Process process) throws Exception {
    for (Class<?> writer : WRITERS) {
      ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
      request.addClassFilter(writer.getName());
      request.enable();
    }
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof VMDisconnectEvent) {
            return false;
          } else if (event instanceof ClassPrepareEvent prepared) {
            stopAtEachLine(prepared.referenceType());
          } else if (event instanceof BreakpointEvent && isLast()) {
            process.destroyForcibly().waitFor();
            return true;
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return false;
    }
  }

  private static void stopAtEachLine(ReferenceType writer) throws AbsentInformationException {
    writer
        .allLineLocations()
        .forEach(line -> writer
            .virtualMachine()
            .eventRequestManager()
            .createBreakpointRequest(line)
            .enable());
  }

  private boolean isLast() throws IOException {
    Map<String, String> now = state();
    if (!now.equals(seen)) {
      seen = now;
      changes++;
    }
    return changes >= last;
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    Project.tree(project.sources())
        .forEach((file, text) ->
            state.put(isTemporary(file) ? "temporary" : file, isTemporary(file) ? "" : text));
    return state;
  }

  static boolean isTemporary(String file) {
    return file.contains("/.lockstep");
  }
}
