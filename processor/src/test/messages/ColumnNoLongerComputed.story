A computed column that was not stored becomes plain

== before ==
-- Order.java
@Table class Order { @Id long id; String name; @Computed(value = "lower(name)", stored = false) String key; }

== after ==
Order.java: @Computed(value = "lower(name)", stored = false) String => String

== messages ==
Order.java:1: error: [lockstep:ColumnNoLongerComputed] column "key" of table "order" is no longer computed; a migration would delete its data
      keep the values: @Column(backfill = "lower(name)")
      dropped: mvn compile -Dlockstep.migrate="Change computation of key in order" -Dlockstep.accept=data-loss

== fix keep the values: @Column(backfill = "lower(name)") ==
Order.java: String key => @Column(backfill = "lower(name)") String key
