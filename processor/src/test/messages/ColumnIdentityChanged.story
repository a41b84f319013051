An identity counts from elsewhere

== before ==
-- Customer.java
@Table class Customer { @Id @Identity long no; }

== after ==
Customer.java: @Identity => @Identity(increment = 10)

== messages ==
Customer.java:1: error: [lockstep:ColumnIdentityChanged] the identity of column "no" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change identity of no in customer"
