A new column is NOT NULL

== before ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
Order.java: long id; => long id; int total;

== messages ==
Order.java:1: error: [lockstep:NotNullNeedsValue] new column "total" is NOT NULL and has no default, but table "order" may hold rows
      keep a default: @Column(defaultValue = "0")
      fill once: @Column(nullable = false, backfill = "0")

== fix keep a default: @Column(defaultValue = "0") ==
Order.java: int total => @Column(defaultValue = "0") int total

== fix fill once: @Column(nullable = false, backfill = "0") ==
Order.java: int total => @Column(nullable = false, backfill = "0") int total
