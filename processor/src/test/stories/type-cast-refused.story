Store quantities as numbers

PostgreSQL does not cast text to integer by itself: using has to say how.

== before ==
-- Item.java
@Table class Item { @Id long id; String quantity; String at; }

== after ==
-- Item.java
@Table class Item { @Id long id; Integer quantity; Instant at; }

== refused ==
Item.java:1: error: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "at" of table "item" from text into timestamptz by itself
      convert: @Column(using = "at::timestamptz")
      then: mvn compile -Dlockstep.migrate="Store quantities as numbers"
Item.java:1: error: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "quantity" of table "item" from text into integer by itself
      convert: @Column(using = "quantity::integer")
      then: mvn compile -Dlockstep.migrate="Store quantities as numbers"
