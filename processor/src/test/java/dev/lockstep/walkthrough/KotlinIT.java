package dev.lockstep.walkthrough;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real kapt under Maven: the model in Kotlin, its migrations in Java. */
class KotlinIT {
  /** Kotlin's daemon is another process, which no {@code -D} of Maven's reaches. */
  private static final String POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.example</groupId>
        <artifactId>shop</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          <kotlin.version>2.2.20</kotlin.version>
          <kotlin.compiler.daemon>false</kotlin.compiler.daemon>
        </properties>
        <dependencies>
          <dependency><groupId>dev.lockstep</groupId><artifactId>lockstep-annotations</artifactId><version>%s</version></dependency>
          <dependency><groupId>dev.lockstep</groupId><artifactId>lockstep-runtime</artifactId><version>%s</version></dependency>
          <dependency><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-stdlib</artifactId><version>${kotlin.version}</version></dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <groupId>org.jetbrains.kotlin</groupId>
              <artifactId>kotlin-maven-plugin</artifactId>
              <version>${kotlin.version}</version>
              <configuration>
                <sourceDirs><sourceDir>src/main/kotlin</sourceDir><sourceDir>src/main/java</sourceDir></sourceDirs>
              </configuration>
              <executions>
                <execution>
                  <id>kapt</id>
                  <goals><goal>kapt</goal></goals>
                  <configuration>
                    <annotationProcessorArgs>
                      <annotationProcessorArg>lockstep.sources=${project.basedir}/src/main/java</annotationProcessorArg>
                    </annotationProcessorArgs>
                    <annotationProcessorPaths>
                      <annotationProcessorPath><groupId>dev.lockstep</groupId><artifactId>lockstep-processor</artifactId><version>%s</version></annotationProcessorPath>
                    </annotationProcessorPaths>
                  </configuration>
                </execution>
                <execution><id>compile</id><goals><goal>compile</goal></goals></execution>
              </executions>
            </plugin>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.16.0</version>
              <executions>
                <execution><id>default-compile</id><phase>none</phase></execution>
                <execution>
                  <id>java-compile</id>
                  <phase>compile</phase>
                  <goals><goal>compile</goal></goals>
                  <configuration><proc>none</proc></configuration>
                </execution>
              </executions>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  @Test
  void compilesTheModel(@TempDir Path root) throws IOException {
    MavenProject project = new MavenProject(root, LocalRepository.create());
    String version = System.getProperty("lockstep.version");
    project.write("pom.xml", POM.formatted(version, version, version));
    Files.createDirectories(root.resolve("src/main/java"));
    project.write("src/main/kotlin/com/example/shop/Shop.kt", """
        package com.example.shop

        @dev.lockstep.annotations.Database
        object Shop
        """);
    String user = """
        package com.example.shop

        import dev.lockstep.annotations.*

        @Table
        class User(
          @field:Id @field:Identity val id: Long?,
          @field:Column(length = 80, unique = true) val name: String,
          var city: String?,
          val visits: Int,
          val score: Int?,
          val tags: List<String>,
        ) {
          @Ignore var cached: Any? = null
          val upper: String get() = name.uppercase()
          val lower by lazy { name.lowercase() }
        }
        """;
    project.write("src/main/kotlin/com/example/shop/User.kt", user);

    MavenProject.says(project.fails("compile"), "[lockstep:TableAdded] table \"user\"");
    project.passes("compile", "-Dlockstep.migrate=First");
    project.passes("compile");
    MavenProject.says(
        project.read("src/main/java/com/example/shop/migrations/M0001_First.java"), """
                column("id", bigint()).notNull().identity(),
                column("name", varchar(80)).notNull(),
                column("city", text()),
                column("visits", integer()).notNull(),
                column("score", integer()),
                column("tags", array(text())).notNull(),
                primaryKey("user_pkey", "id"),
        """);

    project.write(
        "src/main/kotlin/com/example/shop/User.kt",
        user.replace("  val score", "  val rank: Int?,\n  val score"));
    MavenProject.says(
        project.fails("compile"), "[lockstep:ColumnAdded] column \"rank\" of table \"user\"");
    project.passes("compile", "-Dlockstep.migrate=Second");
    project.passes("compile");
    assertTrue(Files.exists(
        root.resolve("target/classes/com/example/shop/migrations/M0002_Second.class")));
  }
}
