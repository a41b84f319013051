A key without overlaps of the range alone

== after ==
-- T.java
@Table class T { @Id(withoutOverlaps = true) @Column(type = "daterange") String at; }

== messages ==
T.java:1: error: [lockstep:OverlapsAlone] primary key "t_pkey" of table "t" is without overlaps and needs a column beside the range
