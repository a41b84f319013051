An enum gets a comment

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
State.java: @EnumType => @EnumType(comment = "how far it is")

== messages ==
State.java:1: error: [lockstep:EnumCommentChanged] the comment of enum "state" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of enum state"
