package dev.lockstep.processor.model;

import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * The order in which a class declares its fields and constants. It is what every compiler should
 * give; ECJ has those of records and of class files sorted by name.
 */
final class DeclarationOrder {
  private final ModelElements sources;
  private final ClassFileAnnotations classFiles;
  private final boolean kept;

  DeclarationOrder(ProcessingEnvironment environment, ModelElements sources) {
    this.sources = sources;
    this.classFiles = new ClassFileAnnotations(environment, sources);
    this.kept = !PlacedMessage.isEcj(environment);
  }

  /** Fields and enum constants, in declaration order. */
  List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    boolean source = sources.hasSourceOf(type);
    if (kept || (source && type.getKind() != ElementKind.RECORD)) {
      return fields;
    }
    List<String> names = source
        ? type.getRecordComponents().stream()
            .map(component -> component.getSimpleName().toString())
            .toList()
        : classFiles.fieldNames(type);
    return fields.stream()
        .sorted(
            Comparator.comparing(field -> names.indexOf(field.getSimpleName().toString())))
        .toList();
  }
}
