package dev.lockstep.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something may take: {@code 500ms}, {@code 2s}, {@code 10m}, {@code 1h}. */
final class TimeOption implements ITypeConverter<Duration> {
  /** Seconds where there is no unit, and no more digits than a sum of milliseconds bears. */
  private static final Pattern TIME = Pattern.compile("(-?[0-9]{1,9})(ms|s|m|h|)");

  private static final Map<String, Duration> UNITS = Map.of(
      "ms", Duration.ofMillis(1),
      "s", Duration.ofSeconds(1),
      "", Duration.ofSeconds(1),
      "m", Duration.ofMinutes(1),
      "h", Duration.ofHours(1));

  @Override
  public Duration convert(String value) {
    Matcher time = TIME.matcher(value);
    Duration unit = time.matches() ? UNITS.get(time.group(2)) : null;
    if (unit == null) {
      throw new TypeConversionException(
          "'" + value + "' is no time; write it as 500ms, 2s, 10m or 1h");
    }
    return unit.multipliedBy(Long.parseLong(time.group(1)));
  }
}
