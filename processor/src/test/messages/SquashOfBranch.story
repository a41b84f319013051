A squash of one of two branches

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== merged ==
lockstep.migrate=Merge

== options ==
lockstep.squash=M0002_Ours

== messages ==
M0002_Theirs.java:11: error: [lockstep:SquashOfBranch] migration "M0002_Theirs" begins a branch before "M0002_Ours", so what is before that cannot be squashed alone
      name the merge, or one before the branch

== fix name the merge, or one before the branch ==
options: lockstep.squash=M0002_Ours => lockstep.squash=M0003_Merge
