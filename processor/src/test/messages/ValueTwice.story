A default, @Identity and @Computed exclude each other

== after ==
-- M.java
@Table class M {
  int before;
  @Identity @Column(defaultValue = "1") Long a;
}

== messages ==
M.java:3: error: [lockstep:ValueTwice] the value of the column comes from @Identity; it cannot have a default too
      keep one of them

== fix keep one of them ==
M.java: @Identity @Column(defaultValue = "1") Long a; => @Identity Long a;
