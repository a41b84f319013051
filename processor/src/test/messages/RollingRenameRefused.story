A column gets another name and its table another column, for a rolling deployment

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
Customer.java: String fax; => @Column(renamedFrom = "fax") String telefax; String email;

== options ==
lockstep.migrate=Rename fax
lockstep.rolling=true

== messages ==
Customer.java:1: error: [lockstep:RollingRenameRefused] column "fax" of table "customer" cannot have two names for a while: its table has another change, "Add email to customer"
      one by one: take one of the changes back, generate the other, then this one
      at once, when no old version runs: mvn compile -Dlockstep.migrate="Rename fax" -Dlockstep.rolling=false

== fix one by one: take one of the changes back, generate the other, then this one ==
Customer.java: @Column(renamedFrom = "fax") String telefax; String email; => @Column(renamedFrom = "fax") String telefax;
