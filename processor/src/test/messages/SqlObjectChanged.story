A function says something else

== before ==
-- Touch.java
@SqlObject(name = "touch", create = "CREATE FUNCTION touch() RETURNS int LANGUAGE sql AS 'SELECT 1'", drop = "DROP FUNCTION touch()") class Touch {}

== after ==
Touch.java: SELECT 1 => SELECT 2

== messages ==
Touch.java:1: error: [lockstep:SqlObjectChanged] SQL object "touch" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change function touch"
