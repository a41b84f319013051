A value of an enum takes the place of another

== before ==
-- State.java
@EnumType enum State { NEW, PAID, LOST }
-- Order.java
@Table class Order { @Id long id; State state; }

== after ==
State.java: @EnumType enum State { NEW, PAID, LOST } => @EnumType(replaced = @ReplacedValue(value = "LOST", by = "NEW")) enum State { NEW, PAID }

== messages ==
State.java:1: error: [lockstep:TableRewrite] enum "state" loses value "LOST", which rewrites table "order" and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Replace value LOST of enum state by NEW" -Dlockstep.accept=rewrite
