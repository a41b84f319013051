A table says what it was called

== before ==
-- Customer.java
@Table class Customer { @Id long id; }

== after ==
-- Customer.java is deleted
-- Client.java
@Table(renamedFrom = "customer") class Client { @Id long id; }

== messages ==
Client.java:1: error: [lockstep:TableRenamed] table "customer" is named "client" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table customer to client"
