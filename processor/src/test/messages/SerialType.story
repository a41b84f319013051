A column of type bigserial

== after ==
-- T.java
@Table class T { @Id @Column(type = "bigserial") Long id; }

== messages ==
T.java:1: error: [lockstep:SerialType] column "id" of table "t" has type bigserial, which is no type but an integer with a default
      number it: @Identity @Column(type = "bigint")

== fix number it: @Identity @Column(type = "bigint") ==
T.java: @Id @Column(type = "bigserial") => @Id @Identity @Column(type = "bigint")
