An entry of with of an @Index that is not name=value

== after ==
-- M.java
@Table class M {
  int before;
  @Index(with = "fillfactor") int a;
}

== messages ==
M.java:3: error: [lockstep:ParameterInvalid] "fillfactor" is no storage parameter
      write: with = "fillfactor=70"

== fix write: with = "fillfactor=70" ==
M.java: @Index(with = "fillfactor") int a; => @Index(with = "fillfactor=70") int a;
