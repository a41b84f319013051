A table gets a comment

== before ==
-- Customer.java
@Table class Customer { @Id long id; }

== after ==
Customer.java: @Table => @Table(comment = "who buys")

== messages ==
Customer.java:1: error: [lockstep:TableCommentChanged] the comment of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of table customer"
