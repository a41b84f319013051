Write defaults another way

A default that is the same for PostgreSQL but for its writing is no change; an equal number with
other digits is one, since nobody but the server could tell.

== before ==
-- Item.java
@Table class Item {
  @Id long id;
  @Column(defaultValue = "Now()") Instant at;
  @Column(defaultValue = "(1 + 2)") int sum;
  @Column(defaultValue = "'A  b'") String text;
}

== after ==
-- Item.java
@Table class Item {
  @Id long id;
  @Column(defaultValue = "now( )") Instant at;
  @Column(defaultValue = "1+2") int sum;
  @Column(defaultValue = "'A  b'") String text;
}

== nothing to do ==
note: [lockstep:NothingToMigrate] no change was detected in database "main", so there is no new migration
