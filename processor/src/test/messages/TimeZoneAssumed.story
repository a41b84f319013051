A local time becomes a point in time

== before ==
-- Order.java
@Table class Order { @Id long id; java.time.LocalDateTime placed; }

== after ==
Order.java: java.time.LocalDateTime placed => java.time.Instant placed

== messages ==
Order.java:1: error: [lockstep:ColumnTypeChanged] the type of column "placed" of table "order" changed from timestamp to timestamptz, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of placed in order"
Order.java:1: warning: [lockstep:TimeZoneAssumed] column "placed" of table "order" changes from timestamp to timestamptz; its values are taken as times of UTC
      of another zone: @Column(using = "placed AT TIME ZONE 'Europe/Paris'")
      then: mvn compile -Dlockstep.migrate="Change type of placed in order"

== fix of another zone: @Column(using = "placed AT TIME ZONE 'Europe/Paris'") ==
Order.java: java.time.Instant placed => @Column(using = "placed AT TIME ZONE 'Europe/Paris'") java.time.Instant placed
