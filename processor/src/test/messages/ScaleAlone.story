scale without precision

== after ==
-- M.java
@Table class M {
  int before;
  @Column(scale = 2) BigDecimal a;
}

== messages ==
M.java:3: error: [lockstep:ScaleAlone] scale needs a precision
      write: @Column(precision = 12, scale = 2)

== fix write: @Column(precision = 12, scale = 2) ==
M.java: @Column(scale = 2) BigDecimal a; => @Column(precision = 12, scale = 2) BigDecimal a;
