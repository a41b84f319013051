Two new columns have their values from each other

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
User.java: @Id long id; => @Id long id; @Column(backfill = "b + 1") Integer a; @Column(backfill = "a - 1") Integer b;

== messages ==
User.java:1: error: [lockstep:ColumnAdded] column "a" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add a to user"
User.java:1: error: [lockstep:ColumnAdded] column "b" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add b to user"
User.java:1: error: [lockstep:ValueReadsLater] backfill of column "b" of table "user" reads column "a", which comes after it
      say it without that column: @Column(backfill = "...")

== fix say it without that column: @Column(backfill = "...") ==
not applicable: only its author knows what the rows are to get
