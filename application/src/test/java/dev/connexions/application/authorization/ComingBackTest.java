package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.CompleteAuthorization.Answer;
import dev.connexions.application.authorization.CompleteAuthorization.Result;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Racing;
import dev.connexions.application.testing.Together;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.OneTimeSecret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who may complete an authorisation, when, and what becomes of one that something else overtakes. */
class ComingBackTest {

    private static final Result INVALID = new Result.StateInvalid();

    private final Trip trip = Trip.create();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void letsAStateInUntilItsLastMicrosecond() {
        var browser = trip.press(trip.open(connexion).link());
        trip.application().clock().advance(Duration.ofMinutes(10).minusNanos(1000));
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
    }

    @Test
    void refusesAStateAfterTenMinutes() {
        var browser = trip.press(trip.open(connexion).link());
        trip.application().clock().advance(Duration.ofMinutes(10));
        assertThatItIsRefused(browser);
    }

    @Test
    void letsWhoOpenedTheLinkInTimeComeBackAfterTheLinkExpired() {
        var link = trip.open(connexion).link();
        trip.application().clock().advance(Duration.ofHours(24).minusSeconds(1));
        var browser = trip.press(link);
        trip.application().clock().advance(Duration.ofMinutes(5));
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
    }

    @Test
    void refusesAStateTheSecondTime() {
        var browser = trip.press(trip.open(connexion).link());
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
        var after = trip.find(connexion);
        var token = trip.token(connexion);
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(INVALID);
        assertThat(trip.comeBack(browser, new Answer.Denied())).isEqualTo(INVALID);
        assertThat(trip.find(connexion)).isEqualTo(after);
        assertThat(trip.token(connexion)).isEqualTo(token);
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
    }

    @Test
    void letsOneOfTwentyIn() throws InterruptedException {
        var browser = trip.press(trip.open(connexion).link());
        var code = trip.consent(Fixtures.account());
        var results = new CopyOnWriteArrayList<Result>();
        var failures = Together.run(20, i -> results.add(trip.comeBack(browser, code)));
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        assertThat(results.stream().filter(Result.Completed.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(INVALID::equals)).hasSize(19);
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
    }

    @Test
    void refusesAnotherBrowser() {
        var browser = trip.press(trip.open(connexion).link());
        var attacker = trip.press(trip.open(trip.connexion().id()).link());
        for (var secret : List.of(attacker.secret(), OneTimeSecret.random(), new OneTimeSecret(""))) {
            assertThatItIsRefused(new Trip.Browser(secret, browser.state()));
        }
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
    }

    @Test
    void refusesAStateThatNobodyGaveOut() {
        var opened = trip.open(connexion);
        var browser = trip.press(opened.link());
        for (var text :
                List.of("", "x", browser.state().reveal() + "x", opened.link().reveal(), "%00")) {
            assertThatItIsRefused(new Trip.Browser(browser.secret(), new OneTimeSecret(text)));
        }
    }

    @Test
    void refusesTheStateOfAnEarlierPress() {
        var link = trip.open(connexion).link();
        var first = trip.press(link);
        var second = trip.press(link);
        assertThatItIsRefused(first);
        assertThat(trip.comeBack(second, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
    }

    @Test
    void refusesAStateOfASupersededSession() {
        var browser = trip.press(trip.open(connexion).link());
        trip.open(connexion);
        assertThatItIsRefused(browser);
    }

    @Test
    void refusesAStateOfAnErasedConnexion() {
        var browser = trip.press(trip.open(connexion).link());
        trip.application().eraseConnexion().handle(trip.operator(), new EraseConnexion.Command(connexion));
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(INVALID);
        assertThat(trip.application().instagram().exchanged()).isEmpty();
    }

    @Test
    void opensAgainWhatACrashLeftBehind() {
        var opened = trip.open(connexion);
        var browser = trip.press(opened.link());
        var code = trip.consent(Fixtures.account());
        trip.application().instagram().meanwhile(() -> {
            throw new IllegalStateException("the process was killed");
        });
        assertThatThrownBy(() -> trip.comeBack(browser, code)).hasMessage("the process was killed");

        var left = trip.find(opened.session().id());
        assertThat(left.progress())
                .isEqualTo(
                        new Progress.Exchanging(Fixtures.NOW, browser.secret().digest()));
        assertThat(left.statusAt(Fixtures.NOW)).isEqualTo(Status.PENDING);
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
        assertThat(trip.token(connexion)).isEqualTo(new TokenVault.Opened.None());

        trip.application().instagram().meanwhile(() -> {});
        assertThat(trip.comeBack(browser, code)).isEqualTo(INVALID);
        assertThat(trip.comeBack(trip.press(opened.link()), trip.consent(Fixtures.account())))
                .isInstanceOf(Result.Completed.class);
    }

    @Test
    void changesNothingWhenANewerSessionOvertakesIt() {
        var browser = trip.press(trip.open(connexion).link());
        trip.application().instagram().meanwhile(() -> trip.open(connexion));
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(new Result.Overtaken());
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
        assertThat(trip.token(connexion)).isEqualTo(new TokenVault.Opened.None());
    }

    @Test
    void changesNothingWhenItsLinkIsOpenedAgainMeanwhile() {
        var link = trip.open(connexion).link();
        var browser = trip.press(link);
        trip.application().instagram().meanwhile(() -> trip.press(link));
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(new Result.Overtaken());
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
    }

    @Test
    void changesNothingWhenTheErasureOvertakesIt() {
        var browser = trip.press(trip.open(connexion).link());
        trip.application()
                .instagram()
                .meanwhile(() -> trip.application()
                        .eraseConnexion()
                        .handle(trip.operator(), new EraseConnexion.Command(connexion)));
        var before = trip.audit().size();
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(new Result.Overtaken());
        assertThat(trip.application().showConnexion().handle(trip.operator(), connexion))
                .isEmpty();
        assertThat(trip.audit()).hasSize(before + 1);
    }

    @Test
    void looksAgainWhenItLosesARace() {
        var browser = trip.press(trip.open(connexion).link());
        var racing = new Racing(trip.application().store().transactions(), 3, 2);
        var raced = trip.on(trip.application().on(racing));
        assertThat(raced.comeBack(browser, trip.consent(Fixtures.account()))).isInstanceOf(Result.Completed.class);
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
        assertThat(trip.audit()).hasSize(2);
    }

    @Test
    void findsTheAccountTakenWhenItLosesARaceForIt() {
        var account = Fixtures.account();
        var rival = trip.connexion().id();
        var browser = trip.press(trip.open(connexion).link());
        var rivalling = trip.press(trip.open(rival).link());
        // the rival takes the account between our look and our save
        var racing = new Racing(trip.application().store().transactions(), 3, 1)
                .andThen(() -> trip.comeBack(rivalling, trip.consent(account)));
        var raced = trip.on(trip.application().on(racing));
        assertThat(raced.comeBack(browser, trip.consent(account)))
                .isInstanceOfSatisfying(
                        Result.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.ALREADY_LINKED));
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
    }

    @Test
    void givesUpAfterTheThirdLostRace() {
        var opened = trip.open(connexion);
        var browser = trip.press(opened.link());
        var racing = new Racing(trip.application().store().transactions(), 3, 3);
        var raced = trip.on(trip.application().on(racing));
        var code = trip.consent(Fixtures.account());
        assertThatThrownBy(() -> raced.comeBack(browser, code)).isInstanceOf(StaleException.class);
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
        assertThat(trip.visit(opened.link(), false)).isInstanceOf(BeginConsent.Result.Ready.class);
    }

    private void assertThatItIsRefused(Trip.Browser browser) {
        var before = trip.find(connexion);
        var written = trip.audit();
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account()))).isEqualTo(INVALID);
        assertThat(trip.find(connexion)).isEqualTo(before);
        assertThat(trip.audit()).isEqualTo(written);
        assertThat(trip.application().instagram().exchanged()).isEmpty();
    }
}
