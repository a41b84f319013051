Two enum types, sequences, views or SQL objects have one name

== after ==
-- M.java
class M { static class A { @EnumType enum State { A } } static class B { @EnumType enum State { A } } }

== messages ==
M.java:1: error: [lockstep:ObjectTwice] enum "state" is declared already, by class shop.M.A.State
      name another: name = "state2"

== fix name another: name = "state2" ==
M.java: class M { static class A { @EnumType enum State { A } } static class B { @EnumType enum State { A } } } => class M { static class A { @EnumType enum State { A } } static class B { @EnumType(name = "state2") enum State { A } } }
