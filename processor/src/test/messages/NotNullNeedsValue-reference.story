A new column that refers to a table is NOT NULL

== before ==
-- User.java
@Table class User { @Id long id; }
-- Order.java
@Table class Order { @Id long id; }

== after ==
Order.java: long id; => long id; @References(User.class) long user;

== messages ==
Order.java:1: error: [lockstep:ConstraintAdded] foreign key "order_user_fkey" of table "order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on user to order"
Order.java:1: error: [lockstep:NotNullNeedsValue] new column "user" is NOT NULL and has no default, but table "order" may hold rows
      fill once: @Column(nullable = false, backfill = "(SELECT id FROM \"user\" ORDER BY id LIMIT 1)")

== fix fill once: @Column(nullable = false, backfill = "(SELECT id FROM \"user\" ORDER BY id LIMIT 1)") ==
Order.java: @References(User.class) long => @References(User.class) @Column(nullable = false, backfill = "(SELECT id FROM \"user\" ORDER BY id LIMIT 1)") long
