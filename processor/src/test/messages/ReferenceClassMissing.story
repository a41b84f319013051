@References on a field of the key's type that names no class

== after ==
-- M.java
@Table class M {
  int before;
  @References Long a;
}
-- User.java
@Table class User { @Id long id; @Column(unique = true) String code; }

== messages ==
M.java:3: error: [lockstep:ReferenceClassMissing] @References at field a does not say which table it references
      write: @References(User.class)

== fix write: @References(User.class) ==
M.java: @References Long a; => @References(User.class) Long a;
