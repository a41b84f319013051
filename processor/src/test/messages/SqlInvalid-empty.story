An expression that is empty

== after ==
-- M.java
@Table class M { @Id long id; @Check("") int a; }

== messages ==
M.java:1: error: [lockstep:SqlInvalid] value "" is no SQL expression: it is empty
      leave it out, or say it: value = "..."

== fix leave it out, or say it: value = "..." ==
M.java: @Check("") => @Check(value = "a > 0")
