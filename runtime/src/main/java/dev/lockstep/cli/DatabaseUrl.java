package dev.lockstep.cli;

import dev.lockstep.UsageException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which database the command line is to work on.
 *
 * @param jdbcUrl without user and password
 * @param properties of the connection, user and password among them; to be kept out of messages
 */
record DatabaseUrl(String jdbcUrl, Properties properties) {
  private static final String JDBC = "jdbc:postgresql:";

  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Variable of libpq to property of the driver. */
  private static final Map<String, String> VARIABLES = Map.of(
      "PGUSER", "user",
      "PGPASSWORD", "password",
      "PGSSLMODE", "sslmode",
      "PGSSLROOTCERT", "sslrootcert",
      "PGOPTIONS", "options",
      "PGAPPNAME", "ApplicationName");

  /**
   * From what the options say, else the URL, else the environment.
   *
   * @throws UsageException if no database is named, or the URL is not one of PostgreSQL; no part of
   *     a password is in its message
   */
  static DatabaseUrl of(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "lockstep");
    VARIABLES.forEach((variable, property) -> put(properties, property, environment.get(variable)));
    String jdbcUrl = parse(chosen(url, environment), properties);
    put(properties, "user", user);
    put(properties, "password", password);
    return new DatabaseUrl(jdbcUrl, properties);
  }

  /**
   * Takes the password from a file if neither the options nor the URL nor the environment gives it.
   *
   * @param err where it is said that the file is not used
   */
  DataSource dataSource(Map<String, String> environment, PrintStream err) {
    if (!properties.containsKey("password")) {
      PasswordFile.choose(environment, err);
    }
    return new DriverDataSource(this);
  }

  /** Where the server is to be: {@code host:5433}, or what the URL says of it. */
  String place() {
    return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("[/?].*", "");
  }

  /** Server and database, as people name it: {@code host:5433/shop}. */
  String name() {
    return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("[?].*", "");
  }

  /** Without the properties, which hold the password. */
  @Override
  public String toString() {
    return jdbcUrl;
  }

  private static String chosen(@Nullable String url, Map<String, String> environment) {
    return Stream.of(url, environment.get("LOCKSTEP_URL"), environment.get("DATABASE_URL"))
        .filter(each -> each != null && !each.isEmpty())
        .findFirst()
        .orElseGet(() -> ofVariables(environment));
  }

  private static String ofVariables(Map<String, String> environment) {
    String host = environment.getOrDefault("PGHOST", "localhost");
    if (!environment.containsKey("PGHOST") && !environment.containsKey("PGDATABASE")) {
      throw new UsageException(
          "NoDatabase",
          "no database is named",
          List.of(
              "option: --url jdbc:postgresql://localhost/shop --user shop",
              "variable: LOCKSTEP_URL, DATABASE_URL, or PGHOST and PGDATABASE"),
          null);
    }
    if (host.startsWith("/")) {
      throw new UsageException(
          "SocketUnsupported",
          "PGHOST names the folder of a socket; the PostgreSQL driver needs a host",
          List.of("option: --url jdbc:postgresql://localhost/shop"),
          null);
    }
    return JDBC + "//" + host + ":" + environment.getOrDefault("PGPORT", "5432") + "/"
        + environment.getOrDefault("PGDATABASE", "");
  }

  /** Moves user and password from the URL to the properties. */
  private static String parse(String url, Properties properties) {
    if (url.startsWith(JDBC)) {
      return withoutSecrets(url, properties);
    }
    if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
      throw new UsageException(
          "UrlUnknown",
          "the URL of the database is not one of PostgreSQL",
          List.of(
              "as: jdbc:postgresql://host:5432/database", "or: postgres://user@host:5432/database"),
          null);
    }
    String rest = url.substring(url.indexOf("://") + 3);
    int slash = rest.indexOf('/');
    int at = rest.substring(0, slash < 0 ? rest.length() : slash).lastIndexOf('@');
    if (at >= 0) {
      String[] login = rest.substring(0, at).split(":", 2);
      put(properties, "user", decoded(login[0]));
      put(properties, "password", login.length < 2 ? null : decoded(login[1]));
    }
    String place = rest.substring(at + 1);
    return withoutSecrets(JDBC + "//" + (place.contains("/") ? place : place + "/"), properties);
  }

  private static String withoutSecrets(String url, Properties properties) {
    int question = url.indexOf('?');
    // Here an @ means that part of a password would be taken for the host, and shown.
    if (url.substring(0, question < 0 ? url.length() : question).contains("@")) {
      throw invalid(
          "the user and password of the URL cannot be told from its host",
          "as: postgres://user:password@host/database, with / as %2F and @ as %40",
          "or: jdbc:postgresql://host/database?user=name, and PGPASSWORD");
    }
    if (question < 0) {
      return url;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : url.substring(question + 1).split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      if (pair[0].equals("user") || pair[0].equals("password")) {
        put(properties, pair[0], pair.length < 2 ? null : decoded(pair[1]));
      } else {
        kept.add(parameter);
      }
    }
    return url.substring(0, question) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }

  private static UsageException invalid(String sentence, String... details) {
    return new UsageException("UrlInvalid", sentence, List.of(details), null);
  }

  private static void put(Properties properties, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(key, value);
    }
  }

  /** Percent signs stand for bytes, as in any URL; a plus sign is a plus sign. */
  private static String decoded(String text) {
    // The decoder's own message would show what it could not read.
    if (NO_ESCAPE.matcher(text).find()) {
      throw invalid(
          "a % in the user or password of the URL begins no escape; % must be written %25",
          "or leave the password to PGPASSWORD or .pgpass");
    }
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
