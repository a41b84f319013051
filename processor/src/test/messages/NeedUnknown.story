needs of an @SqlObject names nothing that migrations make

== after ==
-- M.java
@SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1", needs = "keyde") class M {}
-- Keyed.java
@Table class Keyed { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:1: error: [lockstep:NeedUnknown] SQL object "o" needs "keyde", which nothing here is called; did you mean "keyed"?
      what migrations do not make need not be named

== fix what migrations do not make need not be named ==
M.java: @SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1", needs = "keyde") class M {} => @SqlObject(name = "o", create = "SELECT 1", drop = "SELECT 1", needs = "keyed") class M {}
