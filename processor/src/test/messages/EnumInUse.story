A column names the type of an enum that is gone

== before ==
-- State.java
@EnumType enum State { NEW, PAID }
-- Order.java
@Table class Order { @Id long id; State state; }

== after ==
-- State.java is deleted
-- Order.java
@Table class Order { @Id long id; @Column(type = "state") String state; }

== messages ==
Order.java:1: error: [lockstep:EnumInUse] column "state" of table "order" is of type state, but enum "state" is not declared any more
      declare it: @EnumType(name = "state")
      or another type: @Column(type = "text")

== fix declare it: @EnumType(name = "state") ==
Order.java: @Table => @EnumType(name = "state") enum State { NEW, PAID } @Table

== fix or another type: @Column(type = "text") ==
Order.java: @Column(type = "state") => @Column(type = "text")
options: => lockstep.accept=rewrite
