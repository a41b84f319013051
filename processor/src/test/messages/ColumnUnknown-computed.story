A computed column names a field, not a column

== after ==
-- T.java
@Table class T { @Id long id; int unitPrice; @Computed(value = "unitPrice * 2", stored = true) int b; }

== messages ==
T.java:1: error: [lockstep:ColumnUnknown] the computation of column "b" of table "t" names column "unitPrice", which table "t" does not have; did you mean "unit_price"?
