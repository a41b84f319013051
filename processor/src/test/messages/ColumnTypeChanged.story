A text may be longer

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 80) String name; }

== after ==
Customer.java: 80 => 120

== messages ==
Customer.java:1: error: [lockstep:ColumnTypeChanged] the type of column "name" of table "customer" changed from varchar(80) to varchar(120), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of name in customer"
