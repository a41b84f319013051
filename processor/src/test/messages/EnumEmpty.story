An enum without constants

== after ==
-- M.java
@Table class M {
  int before;
  Empty a;
}
-- Empty.java
enum Empty {}

== messages ==
M.java:3: error: [lockstep:EnumEmpty] enum shop.Empty has no constants, so no row could be stored
      leave it out: @Ignore

== fix leave it out: @Ignore ==
M.java: Empty a; => @Ignore Empty a;
