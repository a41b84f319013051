package dev.lockstep.processor.model;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations that the compiler does not know, as {@code @Colum}, and those of Lockstep with
 * an attribute that they do not have, as {@code @Column(lenght = 5)}. The compiler fails with a
 * message of its own, but only when all rounds are over, and among an element's annotations javac
 * shows neither; its syntax trees do. Of those on methods and inside of them nothing is read.
 */
final class UnresolvedAnnotations {
  private final @Nullable Trees trees;
  private final Map<TypeElement, Set<String>> attributes = new HashMap<>();

  /**
   * A search.
   *
   * @param trees null under a compiler that has none; what it shows of elements has to do then
   */
  UnresolvedAnnotations(@Nullable Trees trees) {
    this.trees = trees;
  }

  /** Whether there is one on an outermost class or what it encloses, or on a package. */
  boolean areIn(Element root) {
    if (trees == null) {
      return areShownOf(root);
    }
    TreePath path = path(trees, root);
    if (path == null) {
      return false;
    }
    TreePath unit = new TreePath(path.getCompilationUnit());
    return path.getLeaf() instanceof ClassTree type
        ? isIn(type, unit)
        : isAmong(path.getCompilationUnit().getPackageAnnotations(), unit);
  }

  /** Null where there is none; javac 17 stumbles over a package whose annotations are cut off. */
  private static @Nullable TreePath path(Trees trees, Element root) {
    try {
      return trees.getPath(root);
    } catch (NullPointerException e) {
      return null;
    }
  }

  private static boolean areShownOf(Element element) {
    return element.getAnnotationMirrors().stream()
            .anyMatch(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR)
        || (!(element instanceof PackageElement)
            && element.getEnclosedElements().stream()
                .filter(each -> each.getKind().isField() || each instanceof TypeElement)
                .anyMatch(UnresolvedAnnotations::areShownOf));
  }

  private boolean isIn(ClassTree type, TreePath path) {
    if (isAmong(type.getModifiers().getAnnotations(), path)) {
      return true;
    }
    for (Tree member : type.getMembers()) {
      boolean found = member instanceof VariableTree field
          ? isAmong(field.getModifiers().getAnnotations(), path)
          : member instanceof ClassTree nested && isIn(nested, path);
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean isAmong(List<? extends AnnotationTree> annotations, TreePath path) {
    for (AnnotationTree annotation : annotations) {
      if (isUnresolved(annotation, path)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnresolved(AnnotationTree annotation, TreePath path) {
    Element element = Objects.requireNonNull(trees)
        .getElement(new TreePath(path, annotation.getAnnotationType()));
    if (!(element instanceof TypeElement type)) {
      return false;
    }
    if (type.asType().getKind() == TypeKind.ERROR) {
      return true;
    }
    // Others may be rewritten by a processor that works on syntax trees, as those of Lombok are.
    return Annotations.isLockstep(type) && isUnresolvedInside(annotation, type, path);
  }

  private boolean isUnresolvedInside(AnnotationTree annotation, TypeElement type, TreePath path) {
    for (ExpressionTree argument : annotation.getArguments()) {
      boolean named = argument instanceof AssignmentTree;
      String name = named ? ((AssignmentTree) argument).getVariable().toString() : "value";
      ExpressionTree value = named ? ((AssignmentTree) argument).getExpression() : argument;
      if (!attributes(type).contains(name) || isValueUnresolved(value, path)) {
        return true;
      }
    }
    return false;
  }

  private boolean isValueUnresolved(ExpressionTree value, TreePath path) {
    if (value instanceof NewArrayTree array && array.getInitializers() != null) {
      return array.getInitializers().stream().anyMatch(each -> isValueUnresolved(each, path));
    }
    return value instanceof AnnotationTree nested && isUnresolved(nested, path);
  }

  private Set<String> attributes(TypeElement type) {
    Set<String> known = attributes.get(type);
    if (known == null) {
      known = new HashSet<>();
      for (Element method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        known.add(method.getSimpleName().toString());
      }
      attributes.put(type, known);
    }
    return known;
  }
}
