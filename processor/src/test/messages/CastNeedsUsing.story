A text becomes a number

== before ==
-- Order.java
@Table class Order { @Id long id; String name; }

== after ==
Order.java: String name => Integer name

== messages ==
Order.java:1: error: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "name" of table "order" from text into integer by itself
      convert: @Column(using = "name::integer")
      then: mvn compile -Dlockstep.migrate="Change type of name in order"

== fix convert: @Column(using = "name::integer") ==
Order.java: Integer name => @Column(using = "name::integer") Integer name
