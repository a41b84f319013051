package dev.lockstep;

/**
 * One step from a schema to the next, and back. Its methods record what is to be done; they do
 * nothing themselves and must say the same at each call.
 */
public interface Migration {
  void upgrade(SchemaEditor schema);

  void downgrade(SchemaEditor schema);
}
