Rename the class alone

A class may have another name than its table: then nothing changes in the database.

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java is deleted
-- Account.java
@Table("user") class Account { @Id long id; }
