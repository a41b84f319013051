Another processor generates a table that nothing refers to

== before ==
-- User.java
@Table class User { @Id long id; }

== setting ==
another processor generates class Late

== messages ==
error: [lockstep:TableTooLate] table class shop.Late was generated after the model had been read
      migrate: mvn compile -Dlockstep.migrate="..."
      generated later than in the first round: let a class of the model refer to it

== fix generated later than in the first round: let a class of the model refer to it ==
User.java: long id; => long id; @References Late late;
