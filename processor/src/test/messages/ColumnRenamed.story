A field says what its column was called

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
Customer.java: String fax; => @Column(renamedFrom = "fax") String telefax;

== messages ==
Customer.java:1: error: [lockstep:ColumnRenamed] column "fax" of table "customer" is named "telefax" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax"
      for a rolling deployment: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax" -Dlockstep.rolling=true
