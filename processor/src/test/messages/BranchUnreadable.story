A migration of a branch holds more than literals

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: createTable("user" => createTable("us" + "er".strip()
git: => checkout --ours -- shop/migrations/schema.json

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:BranchUnreadable] migration "M0001_InitialMigration" cannot be read, since it calls strip of String, so schema.json is needed with both branches' sides to merge them
      bring the conflict back: git checkout --merge -- shop/migrations/schema.json
      or write the migration with literals only

== fix or write the migration with literals only ==
migrations/M0001_InitialMigration.java: createTable("us" + "er".strip() => createTable("user"
