There is no migration yet

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.amend=First

== messages ==
package-info.java:1: error: [lockstep:AmendNothing] there is no migration yet that could be generated anew
      one more migration: mvn compile -Dlockstep.migrate="..."
