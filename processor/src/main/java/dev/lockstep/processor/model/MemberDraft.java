package dev.lockstep.processor.model;

import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or index of a table and what declares it.
 *
 * @param value its name is empty unless the user wrote one
 * @param annotation the annotation that declares it; null if it is the element itself
 */
record MemberDraft<T>(T value, Element element, @Nullable Attributes annotation) {
  MemberDraft<T> withValue(T newValue) {
    return new MemberDraft<>(newValue, element, annotation);
  }
}
