@Index on a @View that is not materialized

== after ==
-- M.java
@Index(columns = "a") @View(query = "SELECT 1 AS a") class M {}

== messages ==
M.java:1: error: [lockstep:IndexOnView] view "m" keeps no rows to index
      keep them: @View(materialized = true, ...)
      index its tables instead

== fix keep them: @View(materialized = true, ...) ==
M.java: @View(query => @View(materialized = true, query

== fix index its tables instead ==
M.java: @Index(columns = "a") @View(query = "SELECT 1 AS a") => @View(query = "SELECT a FROM base")
-- Base.java
@Table class Base { @Index int a; }
