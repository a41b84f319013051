Rename the class alone

A class may have another name than its table: then nothing changes in the database. Only the
snapshot learns the new name, at the next generate: by it a partial compile knows that the class is
still there.

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java is deleted
-- Account.java
@Table("user") class Account { @Id long id; }

== snapshot ==
      {
        "name": "user",
-       "class": "shop.User",
+       "class": "shop.Account",
        "columns": [
          {

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
      wrote: shop/migrations/schema.json, for classes that have moved
