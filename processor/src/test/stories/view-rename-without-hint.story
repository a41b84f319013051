Call them buyers

A view that is gone while another is new may be that one: its grants would be lost.

== before ==
-- Customer.java
@Table class Customer { @Id long id; boolean active; }
-- ActiveCustomer.java
@View(query = "SELECT id FROM customer WHERE active")
record ActiveCustomer(long id) {}

== after ==
-- ActiveCustomer.java is deleted
-- Buyer.java
@View(query = "SELECT id FROM customer WHERE active")
record Buyer(long id) {}

== messages ==
package-info.java:1: error: [lockstep:ViewRemoved] view "active_customer" is not declared any more, while view "buyer" is new; a migration would drop it with its grants
      renamed: renamedFrom = "active_customer" in the @View of Buyer
      dropped: mvn compile -Dlockstep.migrate="Drop view active_customer" -Dlockstep.accept=data-loss
Buyer.java:2: error: [lockstep:ViewAdded] view "buyer" is not migrated yet
      renamed: renamedFrom = "active_customer" in its @View
      not renamed: mvn compile -Dlockstep.migrate="Create view buyer and drop view active_customer" -Dlockstep.accept=data-loss

== refused ==
package-info.java:1: error: [lockstep:ViewRemoved] view "active_customer" is not declared any more, while view "buyer" is new; a migration would drop it with its grants
      renamed: renamedFrom = "active_customer" in the @View of Buyer
      dropped: mvn compile -Dlockstep.migrate="Call them buyers" -Dlockstep.accept=data-loss
