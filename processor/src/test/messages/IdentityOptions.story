An identity that starts beyond its end

== after ==
-- T.java
@Table class T { @Id @Identity(start = 5, max = 4) long id; }

== messages ==
T.java:1: error: [lockstep:IdentityOptions] identity column "id" of table "t" has start 5, which is not between 1 and 4
      write: @Identity(start = 4)

== fix write: @Identity(start = 4) ==
T.java: start = 5, max = 4 => start = 4, max = 4
