package dev.lockstep.processor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of many tables: twelve columns each, twenty tables to a package, no two alike. */
final class ManyTables {
  private static final int OF_A_PACKAGE = 20;

  private final Path sources;
  private final int count;

  ManyTables(Path sources, int count) {
    this.sources = sources;
    this.count = count;
  }

  /** Writes it, without a migration. */
  void write() throws IOException {
    write("shop/package-info.java", """
        @Database
        package shop;
        import dev.lockstep.annotations.Database;
        """);
    for (int i = 0; i < count; i++) {
      write(i, 80);
    }
  }

  /** Changes one column of the table in the middle. */
  void changeOne() throws IOException {
    write(count / 2, 100);
  }

  void changeBack() throws IOException {
    write(count / 2, 80);
  }

  private void write(int i, int lengthOfName) throws IOException {
    String folder = "p" + i / OF_A_PACKAGE;
    write("shop/" + folder + "/Thing" + i + ".java", """
        package shop.%1$s;
        import dev.lockstep.annotations.*;
        import java.math.BigDecimal;
        import java.time.Instant;
        @Table
        public class Thing%2$d {
          @Id @Identity Long id;
          @Column(nullable = false, length = 120, unique = true) String email;
          @Column(length = %4$d) String name;
          @Index Long number%2$d;
          @Column(defaultValue = "0") int count;
          boolean active;
          @Column(precision = 12, scale = 2) BigDecimal price;
          Instant created;
          @Column(defaultValue = "now()") Instant changed;
          String[] tags;
          @References(%3$s) Long parent;
          String note;
        }
        """.formatted(
            folder, i, "Thing" + i + ".class", lengthOfName));
  }

  private void write(String name, String text) throws IOException {
    Path file = sources.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
