The table referenced has no key

== after ==
-- M.java
@Table class M {
  int before;
  @References Keyless a;
}
-- Keyless.java
@Table class Keyless { @Column(unique = true) String code; }

== messages ==
M.java:3: error: [lockstep:ReferenceKeyMissing] table class Keyless has no @Id to reference
      name a unique column: column = "..."
      write there: @Id

== fix name a unique column: column = "..." ==
M.java: @References Keyless => @References(column = "code") Keyless

== fix write there: @Id ==
Keyless.java: @Column => @Id @Column
