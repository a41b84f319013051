ownedBy of a @Sequence names a table that no class declares

== after ==
-- M.java
@Sequence(name = "s", ownedBy = "keyde.id") class M {}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:1: error: [lockstep:SequenceOwnerUnknown] there is no table "keyde" whose column could own the sequence; did you mean "keyed"?
