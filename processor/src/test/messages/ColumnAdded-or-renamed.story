A field is new while another is gone

== before ==
-- User.java
@Table class User { @Id long id; String fax; }

== after ==
User.java: String fax; => String phone;

== messages ==
User.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "user" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "fax") on phone
      dropped: mvn compile -Dlockstep.migrate="Drop fax from user" -Dlockstep.accept=data-loss
User.java:1: error: [lockstep:ColumnAdded] column "phone" of table "user" is not migrated yet
      renamed: @Column(renamedFrom = "fax")
      not renamed: mvn compile -Dlockstep.migrate="Add phone to user and drop fax" -Dlockstep.accept=data-loss

== fix renamed: @Column(renamedFrom = "fax") ==
User.java: String phone => @Column(renamedFrom = "fax") String phone
