Lose no parcel

A value that is gone may still be in the rows, and only a person knows what they hold instead.

== before ==
-- Parcel.java
@Table class Parcel { @Id long id; ParcelState state; }
-- ParcelState.java
@EnumType enum ParcelState { WAITING, SENT, LOST }

== after ==
-- ParcelState.java
@EnumType enum ParcelState { WAITING, SENT }

== messages ==
ParcelState.java:1: error: [lockstep:EnumValueRemoved] enum "parcel_state" has no value "LOST" any more, but rows of table "parcel" may hold it
      replaced: @EnumType(replaced = @ReplacedValue(value = "LOST", by = "SENT"))
      no row holds it: mvn compile -Dlockstep.migrate="Remove value LOST from enum parcel_state" -Dlockstep.accept=data-loss,rewrite

== refused ==
ParcelState.java:1: error: [lockstep:EnumValueRemoved] enum "parcel_state" has no value "LOST" any more, but rows of table "parcel" may hold it
      replaced: @EnumType(replaced = @ReplacedValue(value = "LOST", by = "SENT"))
      no row holds it: mvn compile -Dlockstep.migrate="Lose no parcel" -Dlockstep.accept=data-loss,rewrite
