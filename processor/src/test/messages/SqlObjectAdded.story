A function is new

== after ==
-- Touch.java
@SqlObject(name = "touch", create = "CREATE FUNCTION touch() RETURNS int LANGUAGE sql AS 'SELECT 1'", drop = "DROP FUNCTION touch()") class Touch {}

== messages ==
Touch.java:1: error: [lockstep:SqlObjectAdded] SQL object "touch" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
