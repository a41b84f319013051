An embeddable embeds itself, maybe by way of others; the fields that lead there are named

== after ==
-- M.java
@Embeddable class M { int a; @Embedded M next; } @Table class T { @Embedded M m; } @Table class U { @Embedded M n; }

== messages ==
M.java:1: error: [lockstep:EmbeddableCycle] embeddable M contains itself: next
      leave it out: @Ignore

== fix leave it out: @Ignore ==
M.java: @Embeddable class M { int a; @Embedded M next; } @Table class T { @Embedded M m; } @Table class U { @Embedded M n; } => @Embeddable class M { int a; @Ignore M next; } @Table class T { @Embedded M m; }
