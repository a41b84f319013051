A text that is an identity

== after ==
-- T.java
@Table class T { @Id @Identity @Column(type = "text") String id; }

== messages ==
T.java:1: error: [lockstep:IdentityType] identity column "id" of table "t" is of type text; PostgreSQL numbers smallint, integer and bigint
      number it: @Column(type = "bigint")

== fix number it: @Column(type = "bigint") ==
T.java: "text" => "bigint"
