Two branches were merged

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== messages ==
package-info.java:1: error: [lockstep:SnapshotConflict] shop/migrations/schema.json is in a merge conflict: two branches have added a migration
      merge them: mvn compile -Dlockstep.migrate="Merge"
