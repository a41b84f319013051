placeholder

== after ==
-- M.java
@Embeddable class M extends Keyless {}
-- Keyless.java
@Table class Keyless { String code; }
-- T.java
@Table class T { @Embedded M a; }

== messages ==
M.java:1: error: [lockstep:SuperclassIsTable] embeddable M extends table class Keyless; tables do not inherit columns
      put the common fields into a class of their own: @MappedSuperclass abstract class KeylessFields {}

== fix put the common fields into a class of their own: @MappedSuperclass abstract class KeylessFields {} ==
-- M.java
@Embeddable class M extends KeylessFields {}
-- KeylessFields.java
@MappedSuperclass abstract class KeylessFields {}
