An enum that is computed but not stored

== after ==
-- State.java
@EnumType enum State { NEW, PAID }
-- T.java
@Table class T { @Id long id; @Computed(value = "'NEW'", stored = false) State state; }

== messages ==
T.java:1: error: [lockstep:VirtualColumnType] column "state" of table "t" is computed but not stored, which PostgreSQL cannot do in enum "state"
      store it: @Computed(value = "'NEW'", stored = true)

== fix store it: @Computed(value = "'NEW'", stored = true) ==
T.java: @Computed(value = "'NEW'", stored = false) => @Computed(value = "'NEW'", stored = true)
