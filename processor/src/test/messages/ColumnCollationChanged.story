A column gets a collation

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== after ==
Customer.java: String name => @Column(collation = "C") String name

== messages ==
Customer.java:1: error: [lockstep:ColumnCollationChanged] the collation of column "name" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change collation of name in customer"
