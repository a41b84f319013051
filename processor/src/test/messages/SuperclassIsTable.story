A table class extends another; PostgreSQL's tables could, but no column would be shared

== after ==
-- M.java
@Embeddable class M extends Keyless {} @Table class T { @Embedded M a; }
-- Keyless.java
@Table class Keyless { @Column(unique = true) String code; }

== messages ==
M.java:1: error: [lockstep:SuperclassIsTable] embeddable M extends table class Keyless; tables do not inherit columns
      put the common fields into a class of their own: @MappedSuperclass abstract class KeylessFields {}

== fix put the common fields into a class of their own: @MappedSuperclass abstract class KeylessFields {} ==
M.java: @Embeddable class M extends Keyless {} @Table class T { @Embedded M a; } => @Embeddable class M extends KeylessFields {} @MappedSuperclass abstract class KeylessFields {} @Table class T { @Embedded M a; }
