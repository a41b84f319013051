A hazard is accepted that two databases have

== before ==
-- T.java
@Table class T { @Id long id; String a; }
-- archive/package-info.java
@dev.lockstep.annotations.Database(name = "archive") package shop.archive;
-- archive/U.java
package shop.archive;
@dev.lockstep.annotations.Table class U { long id; String b; }

== after ==
T.java: String a; =>
archive/U.java: String b; =>

== options ==
lockstep.migrate=Drop
lockstep.accept=data-loss

== messages ==
error: [lockstep:AcceptAmbiguous] lockstep.accept names "data-loss", which databases "archive" and "main" both have, so it accepts nothing
      name what is meant: -Dlockstep.accept=data-loss:archive/u.b,data-loss:main/t.a

== fix name what is meant: -Dlockstep.accept=data-loss:archive/u.b,data-loss:main/t.a ==
options: lockstep.accept=data-loss => lockstep.accept=data-loss:archive/u.b,data-loss:main/t.a
