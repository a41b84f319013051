package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through, start to end, by each build with each JDK at hand. */
class WalkThroughIT {
  @TempDir
  private static Path temporary;

  private static Readme readme;
  private static Path localRepository;

  @BeforeAll
  static void prepare() throws IOException {
    readme = Readme.read();
    localRepository = LocalRepository.create();
  }

  @Test
  void byMaven() throws IOException {
    walk(new MavenBuild(Jdk.running(), localRepository), Postgres.NEWEST);
  }

  @Test
  void byJavac() throws IOException {
    walk(new JavacBuild(Jdk.running()), Postgres.OLDEST);
  }

  @Test
  void byEcj() throws IOException {
    walk(new EcjBuild(Jdk.running()), Postgres.NEWEST);
  }

  @Test
  void byMavenWithAnotherJdk() throws IOException {
    walk(new MavenBuild(anotherJdk(), localRepository), Postgres.OLDEST);
  }

  @Test
  void byJavacOfAnotherJdk() throws IOException {
    walk(new JavacBuild(anotherJdk()), Postgres.NEWEST);
  }

  /** Then once more on another path, by javac, without a database: the files are the same. */
  private static void walk(Build build, int postgres) throws IOException {
    UserProject project = UserProject.create(temporary.resolve(build.toString()), readme);
    new Walk(readme, build, project, Postgres.newDatabase(postgres)).start();

    UserProject twin = UserProject.create(temporary.resolve("twin of " + build), readme);
    Build javac = new JavacBuild(Jdk.running());
    javac.compile(twin, List.of(Walk.FIRST));
    twin.write(UserProject.USER, project.read(UserProject.USER));
    javac.compile(twin, List.of(Walk.SECOND));
    assertEquals(project.migrations(), twin.migrations());
  }

  private static Jdk anotherJdk() throws IOException {
    Optional<Jdk> other = Jdk.other();
    assumeTrue(other.isPresent(), () -> "no other JDK beside " + Jdk.running().home());
    return other.orElseThrow();
  }
}
