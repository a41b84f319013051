A word for storage that PostgreSQL has not

== after ==
-- T.java
@Table class T { @Id long id; @Column(storage = "extendet") String a; }

== messages ==
T.java:1: error: [lockstep:StorageInvalid] column "a" of table "t" has storage "extendet"; PostgreSQL knows extended, external, main and plain
      write: @Column(storage = "extended")

== fix write: @Column(storage = "extended") ==
T.java: extendet => extended
