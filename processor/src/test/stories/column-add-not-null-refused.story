Add total to invoice

A new column that is NOT NULL needs a value for the rows that are there. The message shows the ways
out; nothing is written.

== before ==
-- Invoice.java
@Table class Invoice { @Id long id; }

== after ==
-- Invoice.java
@Table class Invoice {
  @Id long id;
  @Column(precision = 12, scale = 2, nullable = false) BigDecimal total;
  int pieces;
}

== messages ==
Invoice.java:4: error: [lockstep:NotNullNeedsValue] new column "pieces" is NOT NULL and has no default, but table "invoice" may hold rows
      keep a default: @Column(defaultValue = "0")
      fill once: @Column(nullable = false, backfill = "0")
Invoice.java:3: error: [lockstep:NotNullNeedsValue] new column "total" is NOT NULL and has no default, but table "invoice" may hold rows
      keep a default: @Column(defaultValue = "0")
      fill once: @Column(nullable = false, backfill = "0")

== refused ==
Invoice.java:4: error: [lockstep:NotNullNeedsValue] new column "pieces" is NOT NULL and has no default, but table "invoice" may hold rows
      keep a default: @Column(defaultValue = "0")
      fill once: @Column(nullable = false, backfill = "0")
Invoice.java:3: error: [lockstep:NotNullNeedsValue] new column "total" is NOT NULL and has no default, but table "invoice" may hold rows
      keep a default: @Column(defaultValue = "0")
      fill once: @Column(nullable = false, backfill = "0")
