A field moves to another class

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }
-- Office.java
@Table class Office { @Id long id; }

== after ==
Customer.java: String fax; =>
Office.java: long id; => long id; String fax;

== messages ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      moved to table "office", so keep it here too at first: mvn compile -Dlockstep.migrate="Add fax to office"
      then copy the values: mvn compile -Dlockstep.migrate="Copy fax to office" -Dlockstep.empty=true
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
Office.java:1: error: [lockstep:ColumnAdded] column "fax" of table "office" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add fax to office"

== fix moved to table "office", so keep it here too at first: mvn compile -Dlockstep.migrate="Add fax to office" ==
Customer.java: long id; => long id; String fax;
