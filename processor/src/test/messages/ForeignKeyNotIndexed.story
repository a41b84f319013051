A reference comes to a table that is there, and nothing finds its rows

== before ==
-- Shop.java
@Table class Team { @Id long id; }
@Table class User { @Id long id; String name; }

== after ==
Shop.java: String name; => String name; @References(Team.class) Long teamId;

== messages ==
Shop.java:2: error: [lockstep:ColumnAdded] column "team_id" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add team_id to user"
Shop.java:2: error: [lockstep:ConstraintAdded] foreign key "user_team_id_fkey" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on team_id to user"
Shop.java:2: warning: [lockstep:ForeignKeyNotIndexed] foreign key "user_team_id_fkey" of table "user" has no index: each delete from "team" reads all rows of "user"
      index it: @Index(columns = "team_id")

== fix index it: @Index(columns = "team_id") ==
Shop.java: @Table class User => @Index(columns = "team_id") @Table class User
