A table has no class any more

== before ==
-- User.java
@Table class User { @Id long id; }
-- Order.java
@Table class Order { @Id long id; }

== after ==
-- Order.java is deleted

== messages ==
package-info.java:1: error: [lockstep:TableRemoved] table "order" has no class any more; a migration would delete its data
      renamed: put renamedFrom = "order" in the @Table that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop table order" -Dlockstep.accept=data-loss

== fix renamed: put renamedFrom = "order" in the @Table that replaces it ==
-- Ticket.java
@Table(renamedFrom = "order") class Ticket { @Id long id; }
