A change is generated in two phases

== before ==
-- User.java
@Table class User { @Id long id; String fax; }

== after ==
User.java: String fax; => String email;

== options ==
lockstep.migrate=Email instead of fax
lockstep.accept=data-loss

== messages ==
note: [lockstep:MigrationWritten] migrations "M0002_EmailInsteadOfFax" and "M0003_EmailInsteadOfFaxContract" of database "main" were written
      detected: Add email to user
      detected: Drop fax from user
      wrote: shop/migrations/M0002_EmailInsteadOfFax.java
      wrote: shop/migrations/M0003_EmailInsteadOfFaxContract.java, for when no older version of the application runs
      wrote: shop/migrations/schema.json
