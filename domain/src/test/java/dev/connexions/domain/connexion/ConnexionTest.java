package dev.connexions.domain.connexion;

import static dev.connexions.domain.connexion.Samples.NOW;
import static dev.connexions.domain.connexion.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.Connexion.Refusal;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnexionTest {

    private static final String STATES = "dev.connexions.domain.connexion.Samples#states";
    private static final String LINKED = "dev.connexions.domain.connexion.Samples#statesWithALink";

    @ParameterizedTest
    @MethodSource(STATES)
    void isActiveAfterAFreshConsent(State state) {
        var before = Samples.connexion(state);
        var link = Samples.link();
        var accepted = accepted(before.connect(link, USER, RenewalPolicy.DEFAULT, NOW));
        var since = state instanceof State.Active ? before.since() : NOW;
        // half of sixty days, counted from the issue; what was tried before stays told
        var planned = before.refreshing().startingAt(Samples.CREATED.plus(Duration.ofDays(30)));
        assertThat(accepted.next()).isEqualTo(with(before, new State.Active(link), since, planned));
        assertThat(accepted.events()).containsExactly(connected(before, link));
    }

    @ParameterizedTest
    @MethodSource(STATES)
    void takesAnotherLimitInEveryState(State state) {
        var before = Samples.connexion(state);
        var limit = new DailyLimit(7);
        var accepted = accepted(before.limit(limit, NOW));
        assertThat(accepted.next().dailyLimit()).isEqualTo(limit);
        assertThat(accepted.next().state()).isEqualTo(state);
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.LimitChanged(
                        before.id(), before.organisation(), NOW, before.dailyLimit(), limit));
        assertThat(accepted(accepted.next().limit(limit, NOW)).events()).isEmpty();
        assertThat(accepted(accepted.next().limit(null, NOW)).next().dailyLimit())
                .isNull();
    }

    private static ConnexionEvent connected(Connexion before, Link link) {
        var status = before.state().status();
        var activated = new ConnexionEvent.Activated(before.id(), before.organisation(), NOW, status, link, USER);
        var recovered = new ConnexionEvent.Recovered(before.id(), before.organisation(), NOW, status, link, USER);
        return switch (status) {
            case PENDING, ACTIVE, REVOKED -> activated;
            case THROTTLED, ERROR, EXPIRED, REAUTHORIZATION_REQUIRED -> recovered;
        };
    }

    @ParameterizedTest
    @MethodSource(LINKED)
    void refusesAnotherAccountThanBefore(State state) {
        var other = new Account(new AccountId("17841499999999999"), "atelier.vert", AccountType.BUSINESS, null);
        var link = Samples.link();
        var wrong = new Link(link.product(), other, link.grant(), link.requested(), link.granted(), link.lease());
        assertThat(Samples.connexion(state).connect(wrong, USER, RenewalPolicy.DEFAULT, NOW))
                .isEqualTo(new Change.Refused(Refusal.WRONG_ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource(LINKED)
    void knowsAnAccountByItsIdAlone(State state) {
        var renamed = new Account(Samples.account().id(), "new.name", AccountType.MEDIA_CREATOR, "1234");
        var link = Samples.link();
        var same =
                new Link(LoginProduct.FACEBOOK, renamed, link.grant(), link.requested(), link.granted(), link.lease());
        assertThat(accepted(Samples.connexion(state).connect(same, USER, RenewalPolicy.DEFAULT, NOW))
                        .next()
                        .state())
                .isEqualTo(new State.Active(same));
    }

    @ParameterizedTest
    @MethodSource(STATES)
    void isSwitchedOffWhateverItsHealth(State state) {
        var before = Samples.connexion(state, true);
        var accepted = accepted(before.disable(NOW));
        assertThat(accepted.next()).isEqualTo(with(before, false, before.activatedAt()));
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.Disabled(before.id(), before.organisation(), NOW));
    }

    @ParameterizedTest
    @MethodSource(STATES)
    void isSwitchedOnWhateverItsHealth(State state) {
        var before = Samples.connexion(state, false);
        var accepted = accepted(before.enable(NOW));
        assertThat(accepted.next()).isEqualTo(with(before, true, NOW));
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.Enabled(before.id(), before.organisation(), NOW));
    }

    @Test
    void staysAsItIsWhenTheSwitchStandsThereAlready() {
        var on = Samples.connexion(new State.Pending(), true);
        var off = Samples.connexion(new State.Pending(), false);
        assertThat(on.enable(NOW)).isEqualTo(new Change.Accepted(on, List.of()));
        assertThat(off.disable(NOW)).isEqualTo(new Change.Accepted(off, List.of()));
    }

    @ParameterizedTest
    @MethodSource(STATES)
    void servesSomebodyElseWhateverItsHealth(State state) {
        var before = Samples.connexion(state, false);
        var client = new ClientRef("agence", UUID.randomUUID());
        var email = AccountEmail.chosen("other@example.org");
        var accepted = accepted(before.update(client, email, NOW));
        assertThat(accepted.next().client()).isEqualTo(client);
        assertThat(accepted.next().accountEmail()).isEqualTo(email);
        assertThat(accepted.next())
                .usingRecursiveComparison()
                .ignoringFields("client", "accountEmail")
                .isEqualTo(before);
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.Updated(
                        before.id(),
                        before.organisation(),
                        NOW,
                        before.client(),
                        client,
                        before.accountEmail(),
                        email));
    }

    @Test
    void staysAsItIsWhenItServesThemAlready() {
        var before = Samples.connexion(new State.Pending());
        assertThat(before.update(before.client(), before.accountEmail(), NOW))
                .isEqualTo(new Change.Accepted(before, List.of()));
    }

    @Test
    void saysThatItWasErased() {
        var connexion = Samples.connexion(new State.Active(Samples.link()));
        assertThat(connexion.erased(NOW))
                .isEqualTo(new ConnexionEvent.Erased(
                        connexion.id(), connexion.organisation(), NOW, connexion.key(), Status.ACTIVE));
    }

    @Test
    void saysThatItWasCreated() {
        var fresh = new NewConnexion(
                ConnexionId.random(),
                new OrganisationId(UUID.randomUUID()),
                ConnexionKey.generated(),
                new ClientRef("agence", UUID.randomUUID()),
                AccountEmail.chosen("a@b"),
                null,
                NOW);
        assertThat(fresh.events())
                .containsExactly(
                        new ConnexionEvent.Created(fresh.id(), fresh.organisation(), NOW, fresh.key(), fresh.client()));
    }

    private static Change.Accepted accepted(Change change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return (Change.Accepted) change;
    }

    private static Connexion with(Connexion c, State state, Instant since, Refreshing refreshing) {
        return new Connexion(
                c.id(),
                c.organisation(),
                c.key(),
                c.client(),
                c.accountEmail(),
                c.dailyLimit(),
                c.enabled(),
                c.activatedAt(),
                state,
                since,
                c.lastSyncedAt(),
                c.stamps(),
                c.version(),
                refreshing);
    }

    private static Connexion with(Connexion c, boolean enabled, Instant activatedAt) {
        return new Connexion(
                c.id(),
                c.organisation(),
                c.key(),
                c.client(),
                c.accountEmail(),
                c.dailyLimit(),
                enabled,
                activatedAt,
                c.state(),
                c.since(),
                c.lastSyncedAt(),
                c.stamps(),
                c.version(),
                c.refreshing());
    }
}
