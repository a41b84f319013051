A default that is a text without quotes

== after ==
-- T.java
@Table class T { @Id long id; @Column(defaultValue = "\"new\"") String state; }

== messages ==
T.java:1: error: [lockstep:DefaultNeedsQuotes] default "new" of column "state" of table "t" is a name to SQL; a text needs quotes
      quote it: @Column(defaultValue = "'new'")

== fix quote it: @Column(defaultValue = "'new'") ==
T.java: "\"new\"" => "'new'"
