An enum gets a value that is used in the same migration

== before ==
-- State.java
@EnumType enum State { NEW, PAID }
-- Order.java
@Table class Order { @Id long id; State state; }

== after ==
State.java: NEW, PAID => NEW, PAID, LOST
Order.java: State state; => @Column(defaultValue = "'LOST'") State state;

== messages ==
Order.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "state" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of state in order"
State.java:1: error: [lockstep:TableRewrite] value "LOST" of enum "state" is new and used at once, which rewrites table "order" and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Add value LOST to enum state" -Dlockstep.accept=rewrite
