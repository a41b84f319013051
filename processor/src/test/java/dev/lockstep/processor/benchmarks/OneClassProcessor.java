package dev.lockstep.processor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The cheapest that generates: it claims the annotations, and adds an empty class to them. */
@SupportedAnnotationTypes("dev.lockstep.annotations.*")
public final class OneClassProcessor extends AbstractProcessor {
  private boolean done;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      generate();
    }
    return true;
  }

  private void generate() {
    try (Writer source =
        processingEnv.getFiler().createSourceFile("shop.Generated").openWriter()) {
      source.write("package shop;\n\nfinal class Generated {}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
