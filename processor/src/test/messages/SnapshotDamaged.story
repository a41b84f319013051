The snapshot was edited so that nobody can read it

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/schema.json: "heads" => heads"

== messages ==
error: [lockstep:SnapshotDamaged] shop/migrations/schema.json:3: the file is not JSON: Unexpected character ('h' (code 104)): was expecting double-quote to start field name
      restore it: git checkout HEAD -- shop/migrations/schema.json
