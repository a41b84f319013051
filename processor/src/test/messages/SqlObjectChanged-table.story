An SQL object that creates a table says something else

== before ==
-- Log.java
@SqlObject(name = "log", create = "CREATE TABLE log (at timestamptz)", drop = "DROP TABLE log") class Log {}

== after ==
Log.java: timestamptz => date

== messages ==
Log.java:1: error: [lockstep:SqlObjectChanged] SQL object "log" changed; a migration would delete the rows of its table
      dropped: mvn compile -Dlockstep.migrate="Change table log" -Dlockstep.accept=data-loss
