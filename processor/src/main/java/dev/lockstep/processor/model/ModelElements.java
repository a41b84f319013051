package dev.lockstep.processor.model;

import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;

/**
 * What carries an annotation of Lockstep in the rounds of this compile so far. Kept by name, since
 * javac makes its elements anew in each round.
 */
public final class ModelElements {
  private final SortedSet<String> packages = new TreeSet<>();
  private final SortedSet<String> types = new TreeSet<>();
  private final SortedSet<Member> members = new TreeSet<>();
  private final SortedSet<String> roots = new TreeSet<>();

  /** An annotated field or enum constant. */
  record Member(String type, String name) implements Comparable<Member> {
    @Override
    public int compareTo(Member other) {
      int byType = type.compareTo(other.type);
      return byType == 0 ? name.compareTo(other.name) : byType;
    }
  }

  /** Adds what one round shows; the last two arguments are those of {@code Processor.process}. */
  public void add(
      ProcessingEnvironment environment,
      Set<? extends TypeElement> annotations,
      RoundEnvironment round) {
    Optional<Trees> trees = CompilerTrees.of(environment);
    for (Element root : round.getRootElements()) {
      if (!isOfClassFile(root, trees)) {
        roots.add(nameOf(root));
      }
    }
    List<TypeElement> ours = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (Annotations.isLockstep(annotation)) {
        ours.add(annotation);
      }
    }
    if (!ours.isEmpty()) {
      TypeElement[] all = ours.toArray(new TypeElement[0]);
      for (Element element : round.getElementsAnnotatedWithAny(all)) {
        add(element);
      }
    }
  }

  /** Gradle names to javac the classes that are to be processed again, though they are compiled. */
  private static boolean isOfClassFile(Element root, Optional<Trees> trees) {
    return root instanceof TypeElement type
        && trees.isPresent()
        && trees.get().getTree(type) == null;
  }

  private void add(Element element) {
    if (element instanceof PackageElement package_) {
      packages.add(package_.getQualifiedName().toString());
      return;
    }
    if (element instanceof TypeElement type) {
      types.add(type.getQualifiedName().toString());
    } else if ((element.getKind() == ElementKind.FIELD
            || element.getKind() == ElementKind.ENUM_CONSTANT)
        && element.getEnclosingElement() instanceof TypeElement owner) {
      members.add(new Member(
          owner.getQualifiedName().toString(), element.getSimpleName().toString()));
    }
  }

  /** Whether no annotation of Lockstep was met. */
  public boolean isEmpty() {
    return packages.isEmpty() && types.isEmpty() && members.isEmpty();
  }

  /** Qualified names of the annotated packages. */
  SortedSet<String> packages() {
    return packages;
  }

  /** Qualified names of the annotated types, nested ones too. */
  SortedSet<String> types() {
    return types;
  }

  /** Qualified names of the outermost types and the packages whose sources this compile has. */
  SortedSet<String> roots() {
    return roots;
  }

  SortedSet<Member> members() {
    return members;
  }

  /** Whether this compile has the source of the element, so that the compiler can show it. */
  boolean hasSourceOf(Element element) {
    Element outermost = element;
    while (!(outermost instanceof PackageElement)
        && outermost.getEnclosingElement() != null
        && !(outermost.getEnclosingElement() instanceof PackageElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return roots.contains(nameOf(outermost));
  }

  private static String nameOf(Element root) {
    return root instanceof QualifiedNameable named ? named.getQualifiedName().toString() : "";
  }
}
