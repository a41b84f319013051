A file is where the folder of the migrations is to be

== after ==
-- User.java
@Table class User { @Id long id; }
-- migrations
in the way

== options ==
lockstep.migrate=First

== messages ==
error: [lockstep:SourceTreeNotWritable] nothing was written to the source tree: FileSystemException: shop/migrations/.lockstep.lock: Not a directory
      to be written: shop/migrations/M0001_First.java, shop/migrations/schema.json
      another source folder: -Dlockstep.sources=...

== fix to be written: shop/migrations/M0001_First.java, shop/migrations/schema.json ==
-- migrations is deleted

== fix another source folder: -Dlockstep.sources=... ==
options: => lockstep.sources={sources}/shop
