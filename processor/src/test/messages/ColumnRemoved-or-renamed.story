A column has no field any more, and another is new

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
Customer.java: String fax; => String phone;

== messages ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "fax") on phone
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
Customer.java:1: error: [lockstep:ColumnAdded] column "phone" of table "customer" is not migrated yet
      renamed: @Column(renamedFrom = "fax")
      not renamed: mvn compile -Dlockstep.migrate="Add phone to customer and drop fax" -Dlockstep.accept=data-loss

== fix renamed: @Column(renamedFrom = "fax") on phone ==
Customer.java: String phone => @Column(renamedFrom = "fax") String phone
