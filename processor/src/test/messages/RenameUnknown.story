A column says that it was one that never was

== before ==
-- Customer.java
@Table class Customer { @Id long id; String telephone; }

== after ==
Customer.java: String telephone => @Column(renamedFrom = "telefon") String phone

== messages ==
Customer.java:1: error: [lockstep:RenameUnknown] table "customer" never had a column "telefon"; did you mean "telephone"?
Customer.java:1: error: [lockstep:ColumnRemoved] column "telephone" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "telephone") on phone
      dropped: mvn compile -Dlockstep.migrate="Drop telephone from customer" -Dlockstep.accept=data-loss
