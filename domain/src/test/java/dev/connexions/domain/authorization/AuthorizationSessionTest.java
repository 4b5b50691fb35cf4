package dev.connexions.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationSessionTest {

    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00.000001Z");
    private static final Duration TICK = Duration.ofNanos(1000);
    private static final OneTimeSecret STATE = OneTimeSecret.random();
    private static final OneTimeSecret BROWSER = OneTimeSecret.random();

    private final OneTimeSecret link = OneTimeSecret.random();
    private final AuthorizationSession session = AuthorizationSession.start(
            AuthorizationSessionId.random(),
            new OrganisationId(UUID.randomUUID()),
            ConnexionId.random(),
            LoginProduct.INSTAGRAM,
            ScopeCatalogue.all(LoginProduct.INSTAGRAM),
            URI.create("https://app.example.org/"),
            new UserId(UUID.randomUUID()),
            link,
            NOW);

    static Stream<Progress> over() {
        return Stream.of(
                new Progress.Completed(NOW, null),
                new Progress.Failed(NOW, Failure.DENIED, List.of()),
                new Progress.Superseded(NOW),
                new Progress.Lapsed(NOW));
    }

    static Stream<Progress> underWay() {
        return Stream.of(
                new Progress.Waiting(),
                new Progress.Consenting(STATE.digest(), BROWSER.digest(), NOW.plusSeconds(600)),
                new Progress.Exchanging(NOW, BROWSER.digest()));
    }

    @Test
    void waitsForADay() {
        assertThat(session.progress()).isEqualTo(new Progress.Waiting());
        assertThat(session.startedAt()).isEqualTo(NOW);
        assertThat(session.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(session.link()).isEqualTo(link.digest());
        assertThat(session.version()).isZero();
    }

    @Test
    void saysThatItWasStarted() {
        assertThat(session.startedEvents())
                .containsExactly(new SessionEvent.Started(
                        session.id(), session.connexion(), session.organisation(), NOW, LoginProduct.INSTAGRAM));
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void isPendingUntilItsLinkExpires(Progress progress) {
        var pending = with(progress);
        assertThat(pending.statusAt(NOW)).isEqualTo(Status.PENDING);
        assertThat(pending.statusAt(session.expiresAt().minus(TICK))).isEqualTo(Status.PENDING);
        assertThat(pending.statusAt(session.expiresAt())).isEqualTo(Status.EXPIRED);
    }

    @Test
    void staysWhatItBecame() {
        for (var now : new Instant[] {NOW, session.expiresAt()}) {
            assertThat(session.complete("atelier", NOW).statusAt(now)).isEqualTo(Status.COMPLETED);
            assertThat(session.fail(Failure.DENIED, NOW).statusAt(now)).isEqualTo(Status.FAILED);
            assertThat(session.supersede(NOW).statusAt(now)).isEqualTo(Status.SUPERSEDED);
        }
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void opensAsOftenAsNeeded(Progress progress) {
        var at = session.expiresAt().minus(TICK);
        assertThat(with(progress).open(STATE, BROWSER, at))
                .map(AuthorizationSession::progress)
                .contains(new Progress.Consenting(STATE.digest(), BROWSER.digest(), at.plus(Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void doesNotOpenOnceItsLinkExpired(Progress progress) {
        assertThat(with(progress).open(STATE, BROWSER, session.expiresAt())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("over")
    void doesNotOpenOnceItIsOver(Progress progress) {
        assertThat(with(progress).open(STATE, BROWSER, NOW)).isEmpty();
    }

    @Test
    void letsTheBrowserThatOpenedItComeBackForTenMinutes() {
        var opened = session.open(STATE, BROWSER, NOW).orElseThrow();
        var last = NOW.plus(Duration.ofMinutes(10)).minus(TICK);
        assertThat(opened.comeBack(STATE, BROWSER, last))
                .map(AuthorizationSession::progress)
                .contains(new Progress.Exchanging(last, BROWSER.digest()));
        assertThat(opened.comeBack(STATE, BROWSER, last.plus(TICK))).isEmpty();
    }

    @Test
    void letsNobodyElseComeBack() {
        var opened = session.open(STATE, BROWSER, NOW).orElseThrow();
        assertThat(opened.comeBack(OneTimeSecret.random(), BROWSER, NOW)).isEmpty();
        assertThat(opened.comeBack(STATE, OneTimeSecret.random(), NOW)).isEmpty();
        assertThat(opened.comeBack(BROWSER, STATE, NOW)).isEmpty();
        assertThat(opened.comeBack(STATE, new OneTimeSecret(""), NOW)).isEmpty();
    }

    @Test
    void letsAStateInOnce() {
        var back = session.open(STATE, BROWSER, NOW)
                .orElseThrow()
                .comeBack(STATE, BROWSER, NOW)
                .orElseThrow();
        assertThat(back.comeBack(STATE, BROWSER, NOW)).isEmpty();
        assertThat(session.comeBack(STATE, BROWSER, NOW)).isEmpty();
        var reopened = back.open(OneTimeSecret.random(), BROWSER, NOW).orElseThrow();
        assertThat(reopened.comeBack(STATE, BROWSER, NOW)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("over")
    void letsNobodyComeBackOnceItIsOver(Progress progress) {
        assertThat(with(progress).comeBack(STATE, BROWSER, NOW)).isEmpty();
    }

    @Test
    void changesNothingButItsProgress() {
        var moved = session.open(STATE, BROWSER, NOW).orElseThrow();
        assertThat(moved).usingRecursiveComparison().ignoringFields("progress").isEqualTo(session);
        assertThat(session.complete("atelier", NOW).progress()).isEqualTo(new Progress.Completed(NOW, "atelier"));
        assertThat(session.fail(Failure.DENIED, NOW).progress())
                .isEqualTo(new Progress.Failed(NOW, Failure.DENIED, List.of()));
        assertThat(session.supersede(NOW).progress()).isEqualTo(new Progress.Superseded(NOW));
    }

    @Test
    void saysThatItFailedAndOnWhoseBehalfItWasTried() {
        assertThat(session.failed(Failure.CODE_REJECTED, NOW))
                .isEqualTo(new SessionEvent.Failed(
                        session.id(),
                        session.connexion(),
                        session.organisation(),
                        NOW,
                        Failure.CODE_REJECTED,
                        session.startedBy()));
        assertThat(Failure.CODE_REJECTED.code()).isEqualTo("code_rejected");
        assertThat(Failure.NO_PROFESSIONAL_ACCOUNT.code()).isEqualTo("no_professional_account");
    }

    private AuthorizationSession with(Progress progress) {
        return new AuthorizationSession(
                session.id(),
                session.organisation(),
                session.connexion(),
                session.product(),
                session.requested(),
                session.returnUrl(),
                session.startedBy(),
                session.startedAt(),
                session.expiresAt(),
                session.link(),
                progress,
                3);
    }
}
