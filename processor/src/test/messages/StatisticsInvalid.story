Statistics out of bounds

== after ==
-- T.java
@Table class T { @Id long id; @Column(statistics = 10001) int a; }

== messages ==
T.java:1: error: [lockstep:StatisticsInvalid] column "a" of table "t" has statistics 10001; PostgreSQL takes 0 to 10000
      write: @Column(statistics = 10000)

== fix write: @Column(statistics = 10000) ==
T.java: 10001 => 10000
