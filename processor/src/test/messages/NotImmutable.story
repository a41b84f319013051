A column computed from the time of day

== after ==
-- T.java
@Table class T { @Id long id; @Computed(value = "now()", stored = true) Instant a; }

== messages ==
T.java:1: error: [lockstep:NotImmutable] the computation of column "a" of table "t" uses now(), which does not always give the same result
      let a default give it: @Column(defaultValue = "now()")

== fix let a default give it: @Column(defaultValue = "now()") ==
T.java: @Computed(value = "now()", stored = true) => @Column(defaultValue = "now()")
