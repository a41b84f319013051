A column computed from itself

== after ==
-- T.java
@Table class T { @Id long id; @Computed(value = "a + 1", stored = true) int a; }

== messages ==
T.java:1: error: [lockstep:ComputedFromComputed] column "a" of table "t" is computed from itself
      compute it from others: @Computed(value = "...")

== fix compute it from others: @Computed(value = "...") ==
T.java: "a + 1" => "id + 1"
