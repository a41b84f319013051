An enum replaces a value that it renames

== before ==
-- State.java
@EnumType enum State { A, B }

== after ==
State.java: @EnumType enum State { A, B } => @EnumType(replaced = @ReplacedValue(value = "B", by = "A")) enum State { A, @EnumValue(renamedFrom = "B") C }

== messages ==
State.java:1: error: [lockstep:ReplacementConflict] enum "state" replaces value "B", which is also renamed
      not replaced: remove @ReplacedValue(value = "B", by = "A")
State.java:1: error: [lockstep:EnumValueRenamed] value "B" of enum "state" is named "C" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename value B of enum state to C"

== fix not replaced: remove @ReplacedValue(value = "B", by = "A") ==
State.java: (replaced = @ReplacedValue(value = "B", by = "A")) =>
