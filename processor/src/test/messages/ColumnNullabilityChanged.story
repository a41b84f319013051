A column takes NULL now

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(nullable = false) String name; }

== after ==
Customer.java: @Column(nullable = false) String => String

== messages ==
Customer.java:1: error: [lockstep:ColumnNullabilityChanged] column "name" of table "customer" takes NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make name of customer nullable"
