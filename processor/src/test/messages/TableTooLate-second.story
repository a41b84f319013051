Another processor generates a table in the second round

== after ==
-- User.java
@Table class User { @Id long id; }

== setting ==
another processor generates class Late in the second round

== options ==
lockstep.migrate=First

== messages ==
error: [lockstep:TableTooLate] table class shop.Late was generated after the model had been read
      migrate: mvn compile -Dlockstep.migrate="..."
      generated later than in the first round: let a class of the model refer to it

== fix migrate: mvn compile -Dlockstep.migrate="..." ==
not applicable: only what is generated in the first round can be waited for

== fix generated later than in the first round: let a class of the model refer to it ==
User.java: long id; => long id; @References Late late;
