package dev.lockstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The fences between the packages of the runtime. */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] JDK = {
    "java.lang..",
    "java.util..",
    "java.nio.charset..",
    "java.security..",
    "org.jspecify.annotations.."
  };

  @ArchTest
  static final ArchRule schemaKnowsNobody = classes()
      .that()
      .resideInAPackage("dev.lockstep.schema")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(with("dev.lockstep.schema"));

  @ArchTest
  static final ArchRule operationKnowsSchema = classes()
      .that()
      .resideInAPackage("dev.lockstep.operation")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(with("dev.lockstep.schema", "dev.lockstep.operation"));

  @ArchTest
  static final ArchRule diffKnowsSchemaOperationAndImpact = classes()
      .that()
      .resideInAPackage("dev.lockstep.diff")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(with(
          "dev.lockstep.schema",
          "dev.lockstep.operation",
          "dev.lockstep.impact",
          "dev.lockstep.diff"));

  @ArchTest
  static final ArchRule postgresKnowsNeitherEngineNorUsers = noClasses()
      .that()
      .resideInAPackage("dev.lockstep.postgres")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("dev.lockstep", "dev.lockstep.engine..", "dev.lockstep.cli..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsItsLibrary = noClasses()
      .that()
      .resideOutsideOfPackage("dev.lockstep.cli..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("picocli..", "dev.lockstep.cli..");

  @ArchTest
  static final ArchRule nothingNeedsTheDriverOrTheCompiler = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "org.postgresql..", "javax.lang.model..", "javax.annotation.processing..", "com.sun..");

  private static String[] with(String... packages) {
    return java.util.stream.Stream.of(JDK, packages)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
