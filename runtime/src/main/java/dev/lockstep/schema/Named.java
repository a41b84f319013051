package dev.lockstep.schema;

/** A thing whose raw name is unique among its siblings. */
public interface Named {
  String name();
}
