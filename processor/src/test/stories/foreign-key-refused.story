Reference what cannot be referenced

The target of a foreign key is unique, has the same number of columns, and the same types.

== before ==
-- Person.java
@Table class Person { @Id long id; String email; }

== after ==
-- Pet.java
@ForeignKey(columns = {"id", "owner"}, references = Person.class)
@Table class Pet {
  @Id long id;
  @References(value = Person.class, column = "email") String notUnique;
  @References(Person.class) String otherType;
  @References(String.class) String noTable;
  @References(value = Person.class, column = "mail") String unknown;
  Person owner;
}

== refused ==
Pet.java:8: error: [lockstep:ReferencesMissing] field owner is of table class Person and does not say that it references it
      write: @References Person owner
      leave it out: @Ignore
Pet.java:6: error: [lockstep:ReferenceNotTable] class java.lang.String is no @Table
      write there: @Table
Pet.java:7: error: [lockstep:ColumnUnknown] table "person" has no column or field "mail"; did you mean "email"?
      it has: id, email
Pet.java:4: error: [lockstep:ForeignKeyTargetNotUnique] foreign key "pet_not_unique_fkey" of table "pet" refers to column "email" of table "person", where nothing makes it unique
      make it unique: @Column(unique = true)
Pet.java:5: error: [lockstep:ForeignKeyTypeDiffers] column "other_type" of table "pet" is text, but refers to "id" of table "person", which is bigint
      same type: @Column(type = "bigint")
