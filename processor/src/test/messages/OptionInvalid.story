A hazard that does not exist

== after ==
-- User.java
@Table class User { @Id long id; }

== options ==
lockstep.migrate=First
lockstep.accept=dataloss

== messages ==
error: [lockstep:OptionInvalid] lockstep.accept names "dataloss", which is no hazard
      write: data-loss or rewrite, or one thing: data-loss:user.fax

== fix write: data-loss or rewrite, or one thing: data-loss:user.fax ==
options: lockstep.accept=dataloss => lockstep.accept=data-loss
