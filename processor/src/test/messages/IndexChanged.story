An index says something else

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Index String name; }

== after ==
Customer.java: @Index => @Index(where = "id > 0")

== messages ==
Customer.java:1: error: [lockstep:IndexChanged] index "customer_name_idx" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change index on name of customer"
