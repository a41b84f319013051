An index on 33 columns

== after ==
-- T.java
@Index(name = "i", columns = {"a00", "a01", "a02", "a03", "a04", "a05", "a06", "a07", "a08", "a09", "a10", "a11", "a12", "a13", "a14", "a15", "a16", "a17", "a18", "a19", "a20", "a21", "a22", "a23", "a24", "a25", "a26", "a27", "a28", "a29", "a30", "a31", "a32"})
@Table class T { int a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32; }

== messages ==
T.java:1: error: [lockstep:TooManyColumns] index "i" of table "t" has 33 columns; PostgreSQL takes 32
