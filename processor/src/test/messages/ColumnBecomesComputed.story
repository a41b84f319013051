A plain column becomes computed

== before ==
-- Order.java
@Table class Order { @Id long id; String name; String key; }

== after ==
Order.java: String key => @Computed(value = "lower(name)", stored = true) String key

== messages ==
Order.java:1: error: [lockstep:ColumnBecomesComputed] column "key" of table "order" becomes computed; a migration would delete its data
      dropped: mvn compile -Dlockstep.migrate="Change computation of key in order" -Dlockstep.accept=data-loss,rewrite
