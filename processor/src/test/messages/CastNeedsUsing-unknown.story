A number gets the type of an extension, whose casts are not known

== before ==
-- Order.java
@Table class Order { @Id long id; Integer name; }

== after ==
Order.java: Integer name => @Column(type = "ltree") String name

== messages ==
Order.java:1: error: [lockstep:CastNeedsUsing] it is not known whether PostgreSQL turns column "name" of table "order" from integer into ltree by itself; it is assumed not to
      convert by its text, if that reads so: @Column(using = "name::text::ltree")
      then: mvn compile -Dlockstep.migrate="Change type of name in order"

== fix convert by its text, if that reads so: @Column(using = "name::text::ltree") ==
Order.java: @Column(type = "ltree") => @Column(type = "ltree", using = "name::text::ltree")
