A domain changes that a column is of

== before ==
-- Order.java
@SqlObject(name = "email", create = "CREATE DOMAIN email AS text", drop = "DROP DOMAIN email")
@Table class Order { @Id long id; @Column(type = "email") String mail; }

== after ==
Order.java: AS text => AS varchar(80)

== messages ==
Order.java:1: error: [lockstep:SqlObjectInUse] SQL object "email" changed, but column "mail" of table "order" uses it, so that PostgreSQL cannot drop it
      make another beside it and move its users: @SqlObject(name = "email_2", create = "...", drop = "...")

== fix make another beside it and move its users: @SqlObject(name = "email_2", create = "...", drop = "...") ==
options: => lockstep.accept=rewrite
-- Order.java
@SqlObject(name = "email", create = "CREATE DOMAIN email AS text", drop = "DROP DOMAIN email")
@SqlObject(name = "email_2", create = "CREATE DOMAIN email_2 AS varchar(80)", drop = "DROP DOMAIN email_2")
@Table class Order { @Id long id; @Column(type = "email_2", using = "mail::email_2") String mail; }
