An enum replaces a value that it never had

== before ==
-- State.java
@EnumType enum State { NEW, PAYED }

== after ==
State.java: @EnumType enum State { NEW, PAYED } => @EnumType(replaced = @ReplacedValue(value = "PAYD", by = "NEW")) enum State { NEW }

== messages ==
State.java:1: error: [lockstep:ReplacementUnknown] enum "state" never had a value "PAYD"; did you mean "PAYED"?
State.java:1: error: [lockstep:EnumValueRemoved] value "PAYED" of enum "state" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Remove value PAYED from enum state"
