@Embeddable on an interface, enum or annotation

== after ==
-- M.java
@Embeddable interface M {}

== messages ==
M.java:1: error: [lockstep:EmbeddableKind] @Embeddable is for classes and records; M is an interface
      remove it

== fix remove it ==
M.java: @Embeddable interface M {} => interface M {}
