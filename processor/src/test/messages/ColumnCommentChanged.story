A column gets a comment

== before ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== after ==
Customer.java: String name => @Column(comment = "in full") String name

== messages ==
Customer.java:1: error: [lockstep:ColumnCommentChanged] the comment of column "name" of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of name in customer"
