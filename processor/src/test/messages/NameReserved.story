A column named as a system column

== after ==
-- T.java
@Table class T { @Id long id; String xmin; }

== messages ==
T.java:1: error: [lockstep:NameReserved] column "xmin" of table "t" has the name of a system column
      rename: @Column(name = "xmin_")

== fix rename: @Column(name = "xmin_") ==
T.java: String xmin => @Column(name = "xmin_") String xmin
