A field is new

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
User.java: long id; => long id; String address;

== messages ==
User.java:1: error: [lockstep:ColumnAdded] column "address" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add address to user"
