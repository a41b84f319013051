A column has more statistics

== before ==
-- Order.java
@Table class Order { @Id long id; String note; }

== after ==
Order.java: String note => @Column(statistics = 1000) String note

== messages ==
Order.java:1: error: [lockstep:ColumnStatisticsChanged] the statistics of column "note" of table "order" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change statistics of note in order"
