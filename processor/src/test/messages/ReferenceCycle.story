Keys that take their types from each other

== after ==
-- M.java
@Table class M { @Id @References N a; } @Table class N { @Id @References M b; }

== messages ==
M.java:1: error: [lockstep:ReferenceCycle] the key of table class M leads back to itself at field b, so that it has no type
      give one of them a type: @References(M.class) Long b

== fix give one of them a type: @References(M.class) Long b ==
M.java: @Table class M { @Id @References N a; } @Table class N { @Id @References M b; } => @Table class M { @Id @References N a; } @Table class N { @Id @References(M.class) Long b; }
