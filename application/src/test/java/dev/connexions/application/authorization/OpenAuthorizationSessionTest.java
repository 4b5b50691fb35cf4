package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.OpenAuthorizationSession.Command;
import dev.connexions.application.authorization.OpenAuthorizationSession.Result;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenAuthorizationSessionTest {

    private final Trip trip = Trip.create();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void handsOutALinkForADay() {
        var opened = (Result.Opened) open(null, InMemoryApplication.RETURN_URL + "/done?tab=1");
        var session = opened.session();
        assertThat(session.connexion()).isEqualTo(connexion);
        assertThat(session.organisation()).isEqualTo(trip.scene().organisation());
        assertThat(session.product()).isEqualTo(LoginProduct.INSTAGRAM);
        assertThat(session.requested()).isEqualTo(Fixtures.allScopes());
        assertThat(session.returnUrl()).hasToString("https://app.example.org/instagram/done?tab=1");
        assertThat(session.startedBy()).isEqualTo(trip.operator().id());
        assertThat(session.startedAt()).isEqualTo(Fixtures.NOW);
        assertThat(session.expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofHours(24)));
        assertThat(session.link()).isEqualTo(opened.link().digest());
        assertThat(session.progress()).isEqualTo(new Progress.Waiting());
        assertThat(trip.find(session.id()))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(session);
    }

    @Test
    void writesItDown() {
        var session = trip.open(connexion).session();
        var written = trip.audit().getFirst();
        assertThat(written.entry().action()).isEqualTo(Action.CONNEXION_AUTHORIZATION_STARTED);
        assertThat(written.entry().outcome()).isEqualTo(Outcome.DONE);
        assertThat(written.entry().connexion()).isEqualTo(connexion);
        assertThat(written.entry().at()).isEqualTo(Fixtures.NOW);
        assertThat(written.entry().request()).isEqualTo(trip.operator().request());
        assertThat(written.entry().actor())
                .isEqualTo(new Actor(Actor.Kind.USER, trip.operator().id(), null));
        assertThat(written.details())
                .isEqualTo(Details.NONE
                        .and("session", null, session.id().value().toString())
                        .and("loginProduct", null, "instagram"));
    }

    @Test
    void asksForTheProfileWhateverElseItAsksFor() {
        var wanted = Scopes.of(Set.of("instagram_business_manage_insights"));
        assertThat(((Result.Opened) open(wanted, null)).session().requested())
                .isEqualTo(Scopes.of(Set.of("instagram_business_basic", "instagram_business_manage_insights")));
        assertThat(((Result.Opened) open(Scopes.NONE, null)).session().requested())
                .isEqualTo(Scopes.of(Set.of("instagram_business_basic")));
    }

    @Test
    void refusesPermissionsThatTheProductDoesNotKnow() {
        var wanted = Scopes.of(Set.of("instagram_business_basic", "instagram_content_publish", "ads_management"));
        assertThat(open(wanted, null))
                .isEqualTo(new Result.UnknownPermissions(
                        Scopes.of(Set.of("instagram_content_publish", "ads_management"))));
        assertThatNothingHappened();
    }

    @Test
    void refusesAReturnUrlThatIsNotAllowed() {
        assertThat(open(null, "https://evil.example/instagram")).isEqualTo(new Result.ReturnUrlNotAllowed());
        assertThat(open(null, "")).isEqualTo(new Result.ReturnUrlNotAllowed());
        assertThatNothingHappened();
    }

    @Test
    void refusesAProductThatIsNotConfigured() {
        var facebook = new Command(connexion, LoginProduct.FACEBOOK, null, null);
        assertThat(handle(facebook)).isEqualTo(new Result.ProductNotOffered());
        assertThatNothingHappened();

        trip.application().instagram().offers(EnumSet.allOf(LoginProduct.class));
        assertThat(handle(facebook)).isInstanceOf(Result.Opened.class);
    }

    @Test
    void knowsNoOtherConnexion() {
        var other = trip.elsewhere().connexion().id();
        for (var id : new ConnexionId[] {other, ConnexionId.random()}) {
            assertThat(handle(new Command(id, LoginProduct.INSTAGRAM, null, null)))
                    .isEqualTo(new Result.NotFound());
        }
        assertThatNothingHappened();
    }

    @Test
    void takesThePlaceOfAnEarlierOne() {
        var waiting = trip.open(connexion).session();
        var other = trip.open(trip.connexion().id()).session();
        var consenting = trip.open(connexion);
        trip.press(consenting.link());
        var last = trip.open(connexion).session();
        assertThat(status(waiting)).isEqualTo(Status.SUPERSEDED);
        assertThat(status(consenting.session())).isEqualTo(Status.SUPERSEDED);
        assertThat(status(last)).isEqualTo(Status.PENDING);
        assertThat(status(other)).isEqualTo(Status.PENDING);
    }

    @Test
    void leavesTripsThatAreOverAsTheyWere() {
        var failed = trip.open(connexion);
        trip.comeBack(trip.press(failed.link()), new CompleteAuthorization.Answer.Denied());
        trip.open(connexion);
        assertThat(status(failed.session())).isEqualTo(Status.FAILED);
    }

    @Test
    void refusesTheHundredAndFirstThatWaits() {
        fill(OpenAuthorizationSession.MAX_PENDING - 1);
        var last = trip.open(trip.connexion().id());

        var before = trip.audit();
        assertThat(open(null, null)).isEqualTo(new Result.TooManyPending(100, Duration.ofMinutes(10)));
        assertThat(trip.audit()).isEqualTo(before);

        var elsewhere = trip.elsewhere();
        assertThat(elsewhere.open(elsewhere.connexion().id())).isNotNull();

        trip.comeBack(trip.press(last.link()), new CompleteAuthorization.Answer.Denied());
        assertThat(open(null, null)).isInstanceOf(Result.Opened.class);
    }

    @Test
    void letsTheHundredthBeOpenedAnew() {
        fill(OpenAuthorizationSession.MAX_PENDING - 1);
        trip.open(connexion);
        assertThat(open(null, null)).isInstanceOf(Result.Opened.class);
    }

    @Test
    void countsNoneThatExpired() {
        fill(OpenAuthorizationSession.MAX_PENDING);
        assertThat(open(null, null)).isInstanceOf(Result.TooManyPending.class);
        trip.application().clock().advance(AuthorizationSession.LINK_LIFETIME);
        assertThat(open(null, null)).isInstanceOf(Result.Opened.class);
    }

    @Test
    void keepsTheEarlierOneWhenItRefuses() {
        var earlier = trip.open(connexion).session();
        // more than the limit, as several opened at once can leave it
        fill(OpenAuthorizationSession.MAX_PENDING);
        assertThat(open(null, null)).isInstanceOf(Result.TooManyPending.class);
        assertThat(status(earlier)).isEqualTo(Status.PENDING);
    }

    private void fill(int count) {
        var store = trip.application().store();
        var other = trip.connexion().id();
        store.transactions().in(trip.operator(), tx -> {
            for (var i = 0; i < count; i++) {
                store.sessions().save(tx, Fixtures.session(trip.scene().organisation(), other, Fixtures.NOW));
            }
            return count;
        });
    }

    private Result open(@Nullable Scopes permissions, @Nullable String returnUrl) {
        return handle(new Command(connexion, LoginProduct.INSTAGRAM, permissions, returnUrl));
    }

    private Result handle(Command command) {
        return trip.application().openAuthorizationSession().handle(trip.operator(), command);
    }

    private Status status(AuthorizationSession session) {
        return trip.find(session.id()).statusAt(trip.application().clock().instant());
    }

    private void assertThatNothingHappened() {
        assertThat(trip.audit()).isEmpty();
        var store = trip.application().store();
        int pending = Objects.requireNonNull(store.transactions()
                .in(trip.operator(), tx -> store.sessions().countPending(tx, Fixtures.NOW)));
        assertThat(pending).isZero();
    }
}
