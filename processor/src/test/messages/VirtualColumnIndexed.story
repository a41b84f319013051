An index on a computed column that is not stored

== after ==
-- T.java
@Table class T { @Id long id; int a; @Index @Computed(value = "a + 1", stored = false) int b; }

== messages ==
T.java:1: error: [lockstep:VirtualColumnIndexed] index "t_b_idx" of table "t" names column "b", which is computed but not stored
      store it: @Computed(value = "a + 1", stored = true)

== fix store it: @Computed(value = "a + 1", stored = true) ==
T.java: @Computed(value = "a + 1", stored = false) => @Computed(value = "a + 1", stored = true)
