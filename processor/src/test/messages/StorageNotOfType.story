A storage for a number

== after ==
-- T.java
@Table class T { @Id long id; @Column(storage = "main") int a; }

== messages ==
T.java:1: error: [lockstep:StorageNotOfType] column "a" of table "t" has storage "main", but values of type integer always stand in their row as they are
