A column gets a default

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== after ==
Customer.java: String name => @Column(defaultValue = "'nobody'") String name

== messages ==
Customer.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "name" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of name in customer"
