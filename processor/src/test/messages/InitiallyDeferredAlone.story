initiallyDeferred without deferrable

== after ==
-- M.java
@Table class M {
  int before;
  @References(initiallyDeferred = true) Keyed a;
}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:3: error: [lockstep:InitiallyDeferredAlone] initiallyDeferred needs deferrable
      write: deferrable = true, initiallyDeferred = true

== fix write: deferrable = true, initiallyDeferred = true ==
M.java: @References(initiallyDeferred = true) Keyed a; => @References(deferrable = true, initiallyDeferred = true) Keyed a;
