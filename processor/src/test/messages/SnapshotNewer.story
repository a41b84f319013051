The snapshot was written by a newer version

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/schema.json: "format": 1 => "format": 99

== messages ==
error: [lockstep:SnapshotNewer] shop/migrations/schema.json:2: the snapshot has format 99, this version of Lockstep reads up to 2
      update lockstep-processor and lockstep-runtime to the version that wrote it

== fix update lockstep-processor and lockstep-runtime to the version that wrote it ==
migrations/schema.json: "format": 99 => "format": 1
