withoutOverlaps stands at an @Id that is not the last one

== after ==
-- M.java
@Table class M { @Id(withoutOverlaps = true) @Column(type = "daterange") String a; @Id int b; }

== messages ==
M.java:1: error: [lockstep:WithoutOverlaps] only the last column of the key, "b", can be without overlaps
      put the field last

== fix put the field last ==
M.java: @Table class M { @Id(withoutOverlaps = true) @Column(type = "daterange") String a; @Id int b; } => @Table class M { @Id int b; @Id(withoutOverlaps = true) @Column(type = "daterange") String a; }
