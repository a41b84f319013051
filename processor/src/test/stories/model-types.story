Map every type

The column types of Java types.

== after ==
-- Sample.java
package shop;

import dev.lockstep.annotations.*;
import java.math.*;
import java.net.*;
import java.time.*;
import java.util.*;

@Table
class Sample {
  @Id UUID id;
  boolean flag;
  short small;
  int whole;
  long big;
  float real;
  double twice;
  char letter;
  Boolean maybe;
  String text;
  @Column(length = 10) String limited;
  BigDecimal amount;
  @Column(precision = 10, scale = 3) BigDecimal exact;
  BigInteger huge;
  byte[] bytes;
  Instant instant;
  OffsetDateTime offset;
  ZonedDateTime zoned;
  LocalDateTime local;
  @Column(precision = 3) Instant milliseconds;
  LocalDate day;
  LocalTime time;
  OffsetTime offsetTime;
  Duration duration;
  Period period;
  InetAddress address;
  URI uri;
  DayOfWeek weekday;
  int[] numbers;
  List<UUID> ids;
  Set<DayOfWeek> weekdays;
  @Column(type = "jsonb") Object document;
}

== refused ==
Sample.java:18: error: [lockstep:TypeUnmapped] char has no PostgreSQL type
      name one: @Column(type = "char(1)")
      leave it out: @Ignore
