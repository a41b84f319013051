A table has no class any more, and another is new

== before ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
-- Order.java is deleted
-- Ticket.java
@Table class Ticket { @Id long id; }

== messages ==
package-info.java:1: error: [lockstep:TableRemoved] table "order" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "order") on Ticket
      dropped: mvn compile -Dlockstep.migrate="Drop table order" -Dlockstep.accept=data-loss
Ticket.java:1: error: [lockstep:TableAdded] table "ticket" is not migrated yet
      renamed: @Table(renamedFrom = "order")
      not renamed: mvn compile -Dlockstep.migrate="Create table ticket and drop table order" -Dlockstep.accept=data-loss

== fix renamed: @Table(renamedFrom = "order") on Ticket ==
Ticket.java: @Table => @Table(renamedFrom = "order")
