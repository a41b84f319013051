An enum is gone while another is new

== before ==
-- State.java
@EnumType enum State { NEW, PAID }

== after ==
-- State.java is deleted
-- Progress.java
@EnumType enum Progress { NEW, PAID }

== messages ==
Progress.java:1: error: [lockstep:EnumAdded] enum "progress" is not migrated yet
      renamed: @EnumType(renamedFrom = "state")
      not renamed: mvn compile -Dlockstep.migrate="Create enum progress and drop enum state" -Dlockstep.accept=data-loss
package-info.java:1: error: [lockstep:EnumRemoved] enum "state" is not declared any more, while enum "progress" is new; a migration would drop it
      renamed: @EnumType(renamedFrom = "state") on Progress
      dropped: mvn compile -Dlockstep.migrate="Drop enum state" -Dlockstep.accept=data-loss

== fix renamed: @EnumType(renamedFrom = "state") on Progress ==
Progress.java: @EnumType => @EnumType(renamedFrom = "state")
