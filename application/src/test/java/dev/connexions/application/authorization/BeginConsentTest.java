package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.BeginConsent.Result;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.OneTimeSecret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginConsentTest {

    private final Trip trip = Trip.create();

    @Test
    void changesNothingForALook() {
        var opened = trip.open(trip.connexion().id());
        var before = trip.find(opened.session().id());
        for (var i = 0; i < 3; i++) {
            assertThat(trip.visit(opened.link(), false)).isEqualTo(new Result.Ready(before, List.of()));
        }
        assertThat(trip.find(before.id())).isEqualTo(before);
        assertThat(trip.application().instagram().asked()).isEmpty();
    }

    @Test
    void sendsTheBrowserToMetaWithAFreshState() {
        var opened = trip.open(trip.connexion().id());
        var sent = (Result.SentToMeta) trip.visit(opened.link(), true);
        var asked = trip.application().instagram().asked().getLast();
        assertThat(asked.product()).isEqualTo(LoginProduct.INSTAGRAM);
        assertThat(asked.requested()).isEqualTo(Fixtures.allScopes());
        assertThat(sent.consentPage().getQuery()).contains(asked.state().reveal());
        assertThat(trip.find(opened.session().id()).progress())
                .isEqualTo(new Progress.Consenting(
                        asked.state().digest(),
                        sent.browser().digest(),
                        Fixtures.NOW.plus(AuthorizationSession.STATE_LIFETIME)));
    }

    @Test
    void givesEachPressItsOwnStateAndBrowser() {
        var link = trip.open(trip.connexion().id()).link();
        var first = trip.press(link);
        var second = trip.press(link);
        assertThat(second.state().reveal()).isNotEqualTo(first.state().reveal());
        assertThat(second.secret().reveal()).isNotEqualTo(first.secret().reveal());
    }

    @Test
    void writesNothingDown() {
        var link = trip.open(trip.connexion().id()).link();
        var before = trip.audit();
        trip.visit(link, false);
        trip.visit(link, true);
        assertThat(trip.audit()).isEqualTo(before);
    }

    @Test
    void opensTheLinkUntilItsLastMicrosecond() {
        var link = trip.open(trip.connexion().id()).link();
        trip.application().clock().advance(Duration.ofHours(24).minusNanos(1000));
        assertThat(trip.visit(link, false)).isInstanceOf(Result.Ready.class);
        assertThat(trip.visit(link, true)).isInstanceOf(Result.SentToMeta.class);
    }

    @Test
    void refusesTheLinkAfterADay() {
        var link = trip.open(trip.connexion().id()).link();
        trip.application().clock().advance(Duration.ofHours(24));
        assertThat(trip.visit(link, false)).isEqualTo(new Result.Over(Status.EXPIRED));
        assertThat(trip.visit(link, true)).isEqualTo(new Result.Over(Status.EXPIRED));
        assertThat(trip.application().instagram().asked()).isEmpty();
    }

    @Test
    void refusesTheLinkOfATripThatIsOver() {
        var completed = trip.open(trip.connexion().id());
        trip.comeBack(trip.press(completed.link()), trip.consent(Fixtures.account()));
        assertThat(trip.visit(completed.link(), true)).isEqualTo(new Result.Over(Status.COMPLETED));
        assertThat(trip.visit(completed.link(), false)).isEqualTo(new Result.Over(Status.COMPLETED));

        var failed = trip.open(trip.connexion().id());
        trip.comeBack(trip.press(failed.link()), new CompleteAuthorization.Answer.Denied());
        assertThat(trip.visit(failed.link(), true)).isEqualTo(new Result.Over(Status.FAILED));

        var connexion = trip.connexion().id();
        var superseded = trip.open(connexion);
        trip.open(connexion);
        assertThat(trip.visit(superseded.link(), true)).isEqualTo(new Result.Over(Status.SUPERSEDED));
    }

    @Test
    void knowsNoOtherLink() {
        var opened = trip.open(trip.connexion().id());
        for (var text : new String[] {
            "", "x", opened.link().reveal() + "x", opened.session().link().hex()
        }) {
            assertThat(trip.visit(new OneTimeSecret(text), true)).isEqualTo(new Result.Unknown());
            assertThat(trip.visit(new OneTimeSecret(text), false)).isEqualTo(new Result.Unknown());
        }
    }

    @Test
    void knowsNoLinkOfAnErasedConnexion() {
        var connexion = trip.connexion().id();
        var link = trip.open(connexion).link();
        trip.application().eraseConnexion().handle(trip.operator(), new EraseConnexion.Command(connexion));
        assertThat(trip.visit(link, true)).isEqualTo(new Result.Unknown());
    }
}
