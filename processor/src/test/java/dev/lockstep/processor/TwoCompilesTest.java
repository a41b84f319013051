package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two compiles that write to one source tree: one wins whole, the other says why it wrote none. */
class TwoCompilesTest {
  private static final String USER = "@Table public class User { @Id Long id; String name; }";
  private static final String SNAPSHOT = Project.MIGRATIONS + "schema.json";

  @TempDir
  Path folder;

  @Test
  void oneOfManyWritersWinsWhole() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path tree = folder.resolve("tree " + round);
      Files.createDirectories(tree);
      CyclicBarrier start = new CyclicBarrier(4);
      List<Callable<Boolean>> writers = IntStream.range(0, 4)
          .<Callable<Boolean>>mapToObj(writer -> () -> writes(tree, "writer " + writer, start))
          .toList();

      long winners = run(writers).stream().filter(won -> won).count();

      assertEquals(1, winners, () -> "tree " + tree);
      List<String> contents = List.copyOf(Project.tree(tree).values());
      assertEquals(2, contents.size(), contents::toString);
      assertEquals(contents.get(0), contents.get(1));
    }
  }

  /** Whether the writer has found the tree empty and filled it. */
  private static boolean writes(Path tree, String name, CyclicBarrier start) throws Exception {
    SourceChanges changes = new SourceChanges();
    Path snapshot = tree.resolve("a/schema.json");
    changes.create(tree.resolve("a/M0001_" + name.replace(' ', '_') + ".java"), name);
    changes.replace(snapshot, name);
    changes.onlyIf(() -> {
      if (Files.exists(snapshot)) {
        throw new IOException("changed meanwhile");
      }
    });
    start.await();
    try {
      changes.write();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void oneLockAtATime() throws IOException {
    FolderLock lock = FolderLock.of(folder);
    IOException refused =
        assertThrows(IOException.class, () -> FolderLock.of(folder).close());
    assertEquals(
        "another compile writes to " + folder + "/ at the same time", refused.getMessage());
    lock.close();
    FolderLock.of(folder).close();
    assertEquals(List.of(), List.copyOf(Project.tree(folder).keySet()));
  }

  @Test
  void generatesOnceForTwoCompiles() throws Exception {
    for (int round = 0; round < 5; round++) {
      Project project = Project.shop(folder.resolve("shop " + round)).table("User", USER);
      List<Path> files = project.javaFiles();
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Result>> compiles = new ArrayList<>();
      for (String name : List.of("One", "Other")) {
        Path output = Files.createDirectories(folder.resolve("classes " + name + round));
        compiles.add(() -> {
          start.await();
          return project.compile(
              files,
              "-Alockstep.migrate=" + name,
              "-d",
              output.toString(),
              "-s",
              output.toString());
        });
      }

      List<Result> results = run(compiles);

      List<String> migrations = project.tree().keySet().stream()
          .filter(file -> file.matches(".*/M\\d.*\\.java"))
          .toList();
      assertEquals(1, migrations.size(), results::toString);
      String revision = migrations.get(0).replaceAll(".*/(.*)\\.java", "$1");
      assertTrue(project.read(SNAPSHOT).contains(revision), results::toString);
      assertEquals(4, project.tree().size(), results::toString);
      assertTrue(results.stream().anyMatch(Result::success), results::toString);
      results.stream()
          .filter(result -> !result.success())
          .forEach(result -> assertTrue(
              result
                  .errors()
                  .get(0)
                  // One that began late finds a migration that it was not given.
                  .matches("(?s)\\[lockstep:AnotherCompile\\] nothing was written, since .*\n"
                      + " +compile again: once the other compile has ended"
                      + "|\\[lockstep:MigrationNotCompiled\\] .*"),
              result::toString));
    }
  }

  @Test
  void refusesToWriteOverASnapshotThatChangedMeanwhile() throws IOException {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    project.table("User", USER.replace("String name;", "String name; String city;"));
    // Another processor stands for another compile, or for git, between our reading and writing.
    LockstepProcessorTest.Generator meanwhile =
        new LockstepProcessorTest.Generator(
            "com.example.shop.Other", "package com.example.shop; class Other {}", 3) {
          @Override
          void generated() throws IOException {
            project.write(SNAPSHOT, project.read(SNAPSHOT).replace("name", "title"));
          }
        };

    Result result = project.compile(
        List.of(new LockstepProcessor(), meanwhile),
        project.javaFiles(),
        "-Alockstep.migrate=Second");

    assertTrue(
        result.errors().get(0).contains("has changed since this compile read it"),
        result.toString());
    assertEquals(
        List.of("M0001_First.java", "schema.json"),
        project.tree().keySet().stream()
            .filter(file -> file.startsWith(Project.MIGRATIONS))
            .map(file -> file.substring(Project.MIGRATIONS.length()))
            .toList());
  }

  private static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
