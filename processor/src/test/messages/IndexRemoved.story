An index is gone

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Index String name; }

== after ==
Customer.java: @Index String => String

== messages ==
Customer.java:1: error: [lockstep:IndexRemoved] index "customer_name_idx" of table "customer" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop index on name from customer"
