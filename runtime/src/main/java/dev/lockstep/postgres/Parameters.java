package dev.lockstep.postgres;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Storage parameters as the catalog holds them, {@code name=value} each. */
final class Parameters {
  private Parameters() {}

  static SortedMap<String, String> of(List<String> options) {
    return of(options, List.of());
  }

  /** Those of the relation, and those of its TOAST table under {@code toast.} and their name. */
  static SortedMap<String, String> of(List<String> options, List<String> ofToast) {
    SortedMap<String, String> parameters = new TreeMap<>();
    options.forEach(option -> put(parameters, "", option));
    ofToast.forEach(option -> put(parameters, "toast.", option));
    return parameters;
  }

  private static void put(SortedMap<String, String> parameters, String prefix, String option) {
    int equals = option.indexOf('=');
    parameters.put(prefix + option.substring(0, equals), option.substring(equals + 1));
  }
}
