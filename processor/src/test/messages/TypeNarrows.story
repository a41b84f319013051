A text becomes shorter

== before ==
-- Order.java
@Table class Order { @Id long id; String name; }

== after ==
Order.java: String name => @Column(length = 20) String name

== messages ==
Order.java:1: error: [lockstep:TypeNarrows] the type of column "name" of table "order" changes from text to varchar(20), which may not hold every old value
      convert: @Column(using = "name::varchar(20)")
      accept: mvn compile -Dlockstep.migrate="Change type of name in order" -Dlockstep.accept=data-loss

== fix convert: @Column(using = "name::varchar(20)") ==
Order.java: length = 20 => length = 20, using = "name::varchar(20)"
options: => lockstep.accept=rewrite
