package dev.lockstep.processor.source;

import dev.lockstep.SchemaElements;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.ReferentialAction;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls what a migration may call: public methods of Lockstep's own API, and nothing else. */
final class EditorCalls {
  private static final String API = "dev.lockstep";
  private static final List<Class<? extends Enum<?>>> CONSTANTS =
      List.of(ReferentialAction.class, Deferral.class, Partitioning.Strategy.class);

  private static final String STATIC = "static ";

  /** Looked up once for each type: a JDK copies all methods of a class whenever it is asked. */
  private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
    @Override
    protected Map<String, List<Method>> computeValue(Class<?> type) {
      return methods(type);
    }
  };

  private EditorCalls() {}

  /** A method of {@link SchemaElements}, or {@code String.join}. */
  static @Nullable Object callStatic(String method, List<Object> arguments) {
    if (method.equals("String.join")) {
      return String.join(
          (CharSequence) arguments.get(0),
          arguments.subList(1, arguments.size()).stream()
              .map(String.class::cast)
              .toList());
    }
    return call(SchemaElements.class, null, method, arguments);
  }

  /** A method of an editor or an element. */
  static @Nullable Object callOn(Object receiver, String method, List<Object> arguments) {
    return call(receiver.getClass(), receiver, method, arguments);
  }

  /** A constant of one of the API's enums, by its simple name. */
  static Optional<Object> constant(String name) {
    return CONSTANTS.stream()
        .flatMap(type -> Arrays.<Object>stream(type.getEnumConstants()))
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst();
  }

  private static @Nullable Object call(
      Class<?> type, @Nullable Object receiver, String name, List<Object> arguments) {
    if (!type.getPackageName().startsWith(API)) {
      throw new UnreadableSourceException("it calls " + name + " of " + type.getSimpleName());
    }
    for (Method method : candidates(type, name, receiver == null)) {
      Optional<Object[]> fitting = fit(method, arguments);
      if (fitting.isPresent()) {
        return invoke(method, receiver, fitting.get());
      }
    }
    throw new UnreadableSourceException(
        "it calls " + name + " with what is no literal, or not of this version");
  }

  /** Those without a variable number of arguments first, as the compiler prefers them. */
  private static List<Method> candidates(Class<?> type, String name, boolean isStatic) {
    Map<String, List<Method>> byName = METHODS.get(type);
    return byName.getOrDefault(isStatic ? STATIC + name : name, List.of());
  }

  private static Map<String, List<Method>> methods(Class<?> type) {
    Map<String, List<Method>> byName = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (!method.isBridge()) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        byName
            .computeIfAbsent(
                isStatic ? STATIC + method.getName() : method.getName(), key -> new ArrayList<>())
            .add(method);
      }
    }
    byName.values().forEach(methods -> methods.sort(Comparator.comparing(Method::isVarArgs)));
    return byName;
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object receiver, Object[] arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      if (cause instanceof UnreadableSourceException unreadable) {
        throw unreadable;
      }
      if (cause instanceof InvalidStepException invalid) {
        throw invalid;
      }
      throw new InvalidStepException(method.getName() + ": " + cause.getMessage());
    } catch (IllegalAccessException e) {
      throw new UnreadableSourceException("it calls " + method.getName());
    }
  }

  private static Optional<Object[]> fit(Method method, List<Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    int fixed = method.isVarArgs() ? types.length - 1 : types.length;
    if (arguments.size() < fixed || (!method.isVarArgs() && arguments.size() > fixed)) {
      return Optional.empty();
    }
    List<Object> fitting = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Optional<Object> converted = convert(arguments.get(i), types[i]);
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      fitting.add(converted.get());
    }
    if (method.isVarArgs()) {
      Optional<Object> rest =
          array(types[fixed].getComponentType(), arguments.subList(fixed, arguments.size()));
      if (rest.isEmpty()) {
        return Optional.empty();
      }
      fitting.add(rest.get());
    }
    return Optional.of(fitting.toArray());
  }

  private static Optional<Object> array(Class<?> type, List<Object> values) {
    Object array = Array.newInstance(type, values.size());
    for (int i = 0; i < values.size(); i++) {
      Optional<Object> converted = convert(values.get(i), type);
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      Array.set(array, i, converted.get());
    }
    return Optional.of(array);
  }

  private static Optional<Object> convert(Object value, Class<?> type) {
    if (value instanceof Lambda lambda) {
      return lambda.as(type);
    }
    if (type == long.class && value instanceof Integer number) {
      return Optional.of(number.longValue());
    }
    boolean fits = type.isInstance(value)
        || (type == int.class && value instanceof Integer)
        || (type == long.class && value instanceof Long)
        || (type == boolean.class && value instanceof Boolean);
    return fits ? Optional.of(value) : Optional.empty();
  }
}
