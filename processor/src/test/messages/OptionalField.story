A field of type Optional

== after ==
-- M.java
@Table class M {
  int before;
  Optional<UUID> a;
}

== messages ==
M.java:3: error: [lockstep:OptionalField] field a is Optional; a column that may be NULL needs none
      declare: UUID a
      leave it out: @Ignore

== fix declare: UUID a ==
M.java: Optional<UUID> a; => UUID a;

== fix leave it out: @Ignore ==
M.java: Optional<UUID> a; => @Ignore Optional<UUID> a;
