ownedBy of a @Sequence has another form than table, dot, column

== after ==
-- M.java
@Sequence(name = "s", ownedBy = "number") @Table("invoice") class M { int number; }

== messages ==
M.java:1: error: [lockstep:SequenceOwnerInvalid] "number" is not a table, a dot and a column
      write: ownedBy = "invoice.number"

== fix write: ownedBy = "invoice.number" ==
M.java: @Sequence(name = "s", ownedBy = "number") @Table("invoice") class M { int number; } => @Sequence(name = "s", ownedBy = "invoice.number") @Table("invoice") class M { int number; }
