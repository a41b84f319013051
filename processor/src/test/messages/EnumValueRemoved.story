An enum kept as text loses values

== before ==
-- Order.java
@Table class Order { @Id long id; enum State { NEW, SENT, DONE } State state; }

== after ==
Order.java: { NEW, SENT, DONE } => { DONE }

== messages ==
Order.java:1: error: [lockstep:EnumValueRemoved] check "order_state_check" of table "order" no longer allows 'NEW' and 'SENT', but rows may hold them
      no row holds them: mvn compile -Dlockstep.migrate="Change check order_state_check of order" -Dlockstep.accept=data-loss
