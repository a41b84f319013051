A @Database without a name

== after ==
-- T.java
@Table class T { @Id long id; }
-- package-info.java
@dev.lockstep.annotations.Database(name = " ") package shop;

== messages ==
package-info.java:1: error: [lockstep:DatabaseNameEmpty] the name of a @Database is empty
      leave it out: @Database
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix leave it out: @Database ==
-- package-info.java
@dev.lockstep.annotations.Database package shop;
