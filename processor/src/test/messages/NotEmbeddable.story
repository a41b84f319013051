@Embedded on a field of another type

== after ==
-- M.java
@Table class M {
  int before;
  @Embedded Money a;
}
-- Money.java
record Money(int cents) {}

== messages ==
M.java:3: error: [lockstep:NotEmbeddable] field a is @Embedded, but shop.Money is no @Embeddable
      write there: @Embeddable

== fix write there: @Embeddable ==
M.java: @Embedded Money a; => @Embedded Money a; @Embeddable record Money(int cents) {}
