A column gets another name, and a view uses it

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }
-- Faxes.java
@View(query = "SELECT fax FROM customer") class Faxes {}

== after ==
Customer.java: String fax; => @Column(renamedFrom = "fax") String telefax;
Faxes.java: SELECT fax FROM => SELECT telefax FROM

== options ==
lockstep.migrate=Rename fax
lockstep.rolling=true

== messages ==
Customer.java:1: error: [lockstep:RollingRenameRefused] column "fax" of table "customer" cannot have two names for a while: view "faxes" uses it
      at once, when no old version runs: mvn compile -Dlockstep.migrate="Rename fax" -Dlockstep.rolling=false
