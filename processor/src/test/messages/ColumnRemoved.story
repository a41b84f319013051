A column has no field any more

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
Customer.java: String fax; =>

== messages ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Column that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss

== fix renamed: put renamedFrom = "fax" in the @Column that replaces it ==
Customer.java: long id; => long id; @Column(renamedFrom = "fax") String telefax;
