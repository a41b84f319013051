A column takes NULL no longer

== before ==
-- Order.java
@Table class Order { @Id long id; String note; }

== after ==
Order.java: String note => @Column(nullable = false) String note

== messages ==
Order.java:1: error: [lockstep:NotNullNeedsValue] column "note" of table "order" becomes NOT NULL and has no default, but its rows may hold NULL
      keep a default: @Column(defaultValue = "''")
      fill once: @Column(nullable = false, backfill = "''")

== fix keep a default: @Column(defaultValue = "''") ==
Order.java: @Column(nullable = false) => @Column(nullable = false, defaultValue = "''")

== fix fill once: @Column(nullable = false, backfill = "''") ==
Order.java: @Column(nullable = false) => @Column(nullable = false, backfill = "''")
