A new column has a default that differs by row, and takes its plain form

== before ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
Order.java: long id; => long id; @Column(defaultValue = "gen_random_uuid()") UUID key;

== options ==
lockstep.online=false

== messages ==
Order.java:1: error: [lockstep:TableRewrite] new column "key" of table "order" has another default for each row, which rewrites the table and locks it meanwhile
      fill in place: @Column(backfill = "gen_random_uuid()")
      accept: mvn compile -Dlockstep.migrate="Add key to order" -Dlockstep.accept=rewrite

== fix fill in place: @Column(backfill = "gen_random_uuid()") ==
Order.java: defaultValue = "gen_random_uuid()" => defaultValue = "gen_random_uuid()", backfill = "gen_random_uuid()"
