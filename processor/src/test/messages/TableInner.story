@Table on a nested class that is not static

== after ==
-- M.java
class M { @Table class In {} }

== messages ==
M.java:1: error: [lockstep:TableInner] table class In is an inner class; only a static nested one can be a table
      write: static class In

== fix write: static class In ==
M.java: class M { @Table class In {} } => class M { @Table static class In {} }
