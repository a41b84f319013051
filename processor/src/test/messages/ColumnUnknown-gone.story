A check, an index and a computation name a column of their table that has no field any more; a word of SQL is none

== before ==
-- T.java
@Table @Check(name = "t_check", value = "id > 0") class T { @Id long id; java.time.LocalDate at; int month; int total; int price; }

== after ==
-- T.java
@Table @Check(name = "t_check", value = "total < 9") @Check(name = "t_month", value = "extract(month from at) > 1") @Index(name = "t_idx", columns = "(total + 1)") @Index(name = "t_part", columns = "id", where = "price > 0") class T { @Id long id; java.time.LocalDate at; @Column(renamedFrom = "price") int cost; @Computed(value = "total * 2", stored = true) int b; }

== messages ==
T.java:1: error: [lockstep:ColumnUnknown] check "t_check" of table "t" names column "total", which table "t" does not have
T.java:1: error: [lockstep:ColumnUnknown] index "t_idx" of table "t" names column "total", which table "t" does not have
T.java:1: error: [lockstep:ColumnUnknown] index "t_part" of table "t" names column "price", which table "t" does not have; did you mean "cost"?
T.java:1: error: [lockstep:ColumnUnknown] the computation of column "b" of table "t" names column "total", which table "t" does not have
