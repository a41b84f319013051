An index gets a name

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Index String name; }

== after ==
Customer.java: @Index => @Index(name = "by_name")

== messages ==
Customer.java:1: error: [lockstep:IndexRenamed] index "customer_name_idx" of table "customer" is named "by_name" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename index customer_name_idx of customer to by_name"
