A computation names something that is nothing here

== after ==
-- T.java
@Table class T { @Id long id; String name; @Computed(value = "lower(nam)", stored = true) String b; }

== messages ==
T.java:1: warning: [lockstep:NameUnknown] the computation of column "b" of table "t" names "nam", which is no column of table "t"; did you mean "name"?
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
