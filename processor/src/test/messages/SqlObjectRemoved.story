An SQL object that creates a table is gone

== before ==
-- Log.java
@SqlObject(name = "log", create = "CREATE TABLE log (at timestamptz)", drop = "DROP TABLE log") class Log {}

== after ==
-- Log.java is deleted

== messages ==
package-info.java:1: error: [lockstep:SqlObjectRemoved] SQL object "log" is not declared any more; a migration would delete the rows of its table
      dropped: mvn compile -Dlockstep.migrate="Drop table log" -Dlockstep.accept=data-loss
