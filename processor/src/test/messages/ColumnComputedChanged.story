A column that is not stored is computed otherwise

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; @Computed(value = "lower(name)", stored = false) String key; }

== after ==
Customer.java: lower => upper

== messages ==
Customer.java:1: error: [lockstep:ColumnComputedChanged] the computation of column "key" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change computation of key in customer"
