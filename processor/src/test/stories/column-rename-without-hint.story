Change the phone of customer

One column is gone and two are new. Which is which is never guessed.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String phone; }

== after ==
-- Customer.java
@Table class Customer {
  @Id long id;
  String mobile;
  String landline;
}

== refused ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "phone") on mobile or landline
      dropped: mvn compile -Dlockstep.migrate="Change the phone of customer" -Dlockstep.accept=data-loss
