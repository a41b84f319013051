A default that is no value of the enum

== after ==
-- State.java
@EnumType enum State { NEW, PAID }
-- T.java
@Table class T { @Id long id; @Column(defaultValue = "'PAYED'") State state; }

== messages ==
T.java:1: error: [lockstep:EnumDefault] default 'PAYED' of column "state" of table "t" is no value of enum "state"
      take another: @Column(defaultValue = "'PAID'")

== fix take another: @Column(defaultValue = "'PAID'") ==
T.java: PAYED => PAID
