A table takes the name of a sequence

== before ==
-- A.java
@Sequence(name = "b") @Table class A { @Id long id; }

== after ==
A.java: @Sequence(name = "b") @Table => @Table
-- B.java
@Table class B { @Id long id; }

== messages ==
B.java:1: error: [lockstep:NameHandover] table "b" takes the name of sequence "b", which goes in the same migration
      take another name, or let that go before: @Table(name = "b_2")

== fix take another name, or let that go before: @Table(name = "b_2") ==
B.java: @Table => @Table(name = "b_2")
options: => lockstep.accept=data-loss
