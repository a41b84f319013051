Another compile writes to the same folder

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.migrate=First

== setting ==
another compile writes to the migrations

== messages ==
error: [lockstep:AnotherCompile] nothing was written, since another compile writes to shop/migrations/ at the same time
      compile again: once the other compile has ended

== fix compile again: once the other compile has ended ==
options: setting=another compile writes to the migrations =>
