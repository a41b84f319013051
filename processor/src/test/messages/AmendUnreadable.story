A migration before the newest holds more than literals

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
User.java: String name; => String name; String fax;
migrations/M0001_InitialMigration.java: createTable("user" => createTable("us" + "er".strip()

== options ==
lockstep.amend=Second, better

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:AmendUnreadable] migration "M0001_InitialMigration" cannot be read, since it calls strip of String, so what was before the newest is unknown
      one more migration: mvn compile -Dlockstep.migrate="..."
