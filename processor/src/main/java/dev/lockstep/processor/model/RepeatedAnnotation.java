package dev.lockstep.processor.model;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports at one of several annotations of a kind. The compiler puts them into a container that is
 * nowhere in the source, and javac then shows but the element; its trees know better.
 */
final class RepeatedAnnotation {
  private RepeatedAnnotation() {}

  /** Whether it was reported; false for a single annotation, and under compilers without trees. */
  static boolean report(
      ProcessingEnvironment environment,
      Diagnostic.Kind kind,
      String text,
      Attributes annotation,
      @Nullable AnnotationValue value) {
    if (annotation.repetition().isEmpty()) {
      return false;
    }
    return CompilerTrees.of(environment)
        .filter(trees -> report(trees, kind, text, annotation, value))
        .isPresent();
  }

  private static boolean report(
      Trees trees,
      Diagnostic.Kind kind,
      String text,
      Attributes annotation,
      @Nullable AnnotationValue value) {
    TreePath path = trees.getPath(annotation.element());
    Optional<? extends Tree> place = path == null
        ? Optional.empty()
        : annotation(path.getLeaf(), annotation).map(tree -> value(tree, annotation, value));
    place.ifPresent(tree -> trees.printMessage(kind, text, tree, path.getCompilationUnit()));
    return place.isPresent();
  }

  private static Optional<? extends AnnotationTree> annotation(Tree of, Attributes annotation) {
    String name =
        annotation.mirror().getAnnotationType().asElement().getSimpleName().toString();
    return annotations(of).stream()
        .filter(tree -> tree.getAnnotationType().toString().matches("(.*\\.)?" + name))
        .skip(annotation.repetition().orElse(0))
        .findFirst();
  }

  private static List<? extends AnnotationTree> annotations(Tree tree) {
    if (tree instanceof PackageTree package_) {
      return package_.getAnnotations();
    }
    ModifiersTree modifiers = tree instanceof ClassTree type
        ? type.getModifiers()
        : tree instanceof VariableTree field ? field.getModifiers() : null;
    return modifiers == null ? List.of() : modifiers.getAnnotations();
  }

  private static Tree value(
      AnnotationTree tree, Attributes annotation, @Nullable AnnotationValue value) {
    return tree.getArguments().stream()
        .filter(AssignmentTree.class::isInstance)
        .map(AssignmentTree.class::cast)
        .flatMap(argument -> value(argument, annotation, value).stream())
        .findFirst()
        .orElse(tree);
  }

  /** What is assigned, or the element of it that is meant. */
  private static Optional<Tree> value(
      AssignmentTree argument, Attributes annotation, @Nullable AnnotationValue value) {
    String attribute = argument.getVariable().toString();
    if (value == null || value.equals(annotation.value(attribute))) {
      return value == null ? Optional.empty() : Optional.of(argument.getExpression());
    }
    int item = annotation.items(attribute).indexOf(value);
    return item >= 0 && argument.getExpression() instanceof NewArrayTree array
        ? Optional.of(array.getInitializers().get(item))
        : Optional.empty();
  }
}
