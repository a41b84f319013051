Rename telefon to phone

A renamedFrom that names nothing known is a mistake; the nearest name is proposed. Two that name the
same column contradict each other.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String telephone; String fax; }

== after ==
-- Customer.java
@Table class Customer {
  @Id long id;
  @Column(renamedFrom = "telefon") String phone;
  @Column(renamedFrom = "fax") String letter;
  @Column(renamedFrom = "fax") String paper;
}

== refused ==
Customer.java:4: error: [lockstep:RenameConflict] column "letter" of table "customer" is renamed from "fax", and so is column "paper"
      not renamed: remove renamedFrom = "fax"
Customer.java:5: error: [lockstep:RenameConflict] column "paper" of table "customer" is renamed from "fax", and so is column "letter"
      not renamed: remove renamedFrom = "fax"
Customer.java:3: error: [lockstep:RenameUnknown] table "customer" never had a column "telefon"; did you mean "telephone"?
Customer.java:1: error: [lockstep:ColumnRemoved] column "telephone" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "telephone") on phone, letter or paper
      dropped: mvn compile -Dlockstep.migrate="Rename telefon to phone" -Dlockstep.accept=data-loss:customer.telephone
