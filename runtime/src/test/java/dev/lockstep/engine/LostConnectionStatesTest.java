package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which SQLSTATE a new connection may mend, at work and on connecting. */
class LostConnectionStatesTest {
  @ParameterizedTest
  @CsvSource({
    "57P01, true, true, true",
    "57P02, true, true, true",
    "57P03, true, true, true",
    "57P05, true, true, false",
    "08000, true, true, false",
    "08001, true, true, false",
    "08003, true, true, false",
    "08006, true, true, false",
    "08004, true, false, false",
    "08P01, true, false, false",
    "53300, false, true, true",
    "28P01, false, false, false",
    "28000, false, false, false",
    "3D000, false, false, false",
    "57014, false, false, false",
    "25006, false, false, false",
    ", false, false, false"
  })
  void states(String state, boolean lost, boolean mayPass, boolean putOff) {
    SQLException e = new SQLException("said so", state);

    assertEquals(lost, LostConnection.in(e).isPresent());
    assertEquals(mayPass, LostConnection.mayPass(e));
    assertEquals(putOff, LostConnection.isPutOff(e));
  }

  @Test
  void whatIsWrongWithACertificateStaysSo() {
    SSLHandshakeException untrusted = new SSLHandshakeException("untrusted");
    untrusted.initCause(new CertificateException("expired"));
    SSLHandshakeException cut = new SSLHandshakeException("cut");
    cut.initCause(new EOFException());

    assertEquals(false, LostConnection.mayPass(new SQLException("no", "08006", untrusted)));
    assertEquals(true, LostConnection.mayPass(new SQLException("no", "08006", cut)));
    assertEquals(
        true, LostConnection.mayPass(new SQLException("no", "08001", new ConnectException("no"))));
  }

  /** HikariCP throws it where it has no connection, without a state if it never had one. */
  @Test
  void aPoolThatIsEmptyMayFill() {
    assertEquals(true, LostConnection.mayPass(new SQLTransientConnectionException("timed out")));
  }

  /** Code of a migration throws what it likes; the rollback after it says what happened. */
  @Test
  void isFoundAmongCausesAndWhatFailedAfterwards() {
    SQLException lost = new SQLException("ended", "57P01");
    IllegalStateException after = new IllegalStateException("mine");
    after.addSuppressed(lost);
    IllegalStateException around = new IllegalStateException("mine", after);
    after.initCause(around);

    assertEquals(Optional.of(lost), LostConnection.in(around));
    assertEquals(Optional.empty(), LostConnection.in(new IllegalStateException("mine")));
  }
}
