An enum kept as text loses a value and gets another

== before ==
-- Order.java
@Table class Order { @Id long id; enum State { NEW, SENT } State state; }

== after ==
Order.java: SENT => SHIPPED

== messages ==
Order.java:1: error: [lockstep:EnumValueRemoved] check "order_state_check" of table "order" no longer allows 'SENT', but rows may hold it
      renamed, and rows keep the value: @EnumValue("SENT") on SHIPPED
      no row holds it: mvn compile -Dlockstep.migrate="Change check order_state_check of order" -Dlockstep.accept=data-loss

== fix renamed, and rows keep the value: @EnumValue("SENT") on SHIPPED ==
Order.java: SHIPPED => @EnumValue("SENT") SHIPPED
