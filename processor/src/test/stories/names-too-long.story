Name things too long

A name that somebody wrote is never cut: over 63 bytes it is a mistake. Bytes count, not letters.

== before ==
-- Short.java
@Table class Short { @Id long id; }

== after ==
-- Short.java
@Table class Short {
  @Id long id;
  @Column("a_column_whose_name_is_by_far_too_long_for_any_database_in_use_today") String a;
  @Column("名前名前名前名前名前名前名前名前名前名前名前") String b;
}

== refused ==
Short.java:3: error: [lockstep:NameTooLong] column "a_column_whose_name_is_by_far_too_long_for_any_database_in_use_today" of table "short" has a name of 68 bytes; PostgreSQL keeps 63
      shorten: @Column(name = "a_column_whose_name_is_by_far_too_long_for_any_database_in_use_")
Short.java:4: error: [lockstep:NameTooLong] column "名前名前名前名前名前名前名前名前名前名前名前" of table "short" has a name of 66 bytes; PostgreSQL keeps 63
      shorten: @Column(name = "名前名前名前名前名前名前名前名前名前名前名")
