package dev.connexions.domain.connexion;

import static dev.connexions.domain.connexion.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.Connexion.Refusal;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.Refreshing.Attempt;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenewalTest {

    private static final RenewalPolicy HALF = RenewalPolicy.DEFAULT;
    private static final Instant OPENS = CREATED.plus(Duration.ofDays(30));
    private static final Instant EXPIRES = CREATED.plus(Duration.ofDays(60));
    private static final Duration TICK = Duration.ofNanos(1000);

    static Stream<State> alive() {
        var link = Samples.link();
        return Stream.of(
                new State.Active(link),
                new State.Throttled(link, Samples.CAUSE, Samples.NOW),
                new State.Failing(link, Samples.CAUSE));
    }

    static Stream<State> dead() {
        return Samples.states()
                .filter(state -> alive().noneMatch(a -> a.getClass() == state.getClass())
                        || state.linked().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("alive")
    void isDueWhenItsPlanAndTheTokensAgeSaySo(State state) {
        var planned = Samples.connexion(state).planned(HALF, Samples.NOW);
        assertThat(planned.refreshing().nextAt()).isEqualTo(OPENS);
        assertThat(planned.dueAt(OPENS.minus(TICK), HALF)).isFalse();
        assertThat(planned.dueAt(OPENS, HALF)).isTrue();
        assertThat(planned.dueAt(EXPIRES.minus(TICK), HALF)).isTrue();
        assertThat(planned.dueAt(EXPIRES, HALF)).isFalse();
    }

    @Test
    void isNotDueBeforeThePolicyWantsItWhateverWasPlanned() {
        var early = planned(new State.Active(Samples.link()), CREATED);
        assertThat(early.dueAt(CREATED.plus(Duration.ofDays(2)), HALF)).isFalse();
        assertThat(early.dueAt(CREATED.plus(Duration.ofDays(6)), new RenewalPolicy(0.1)))
                .isTrue();
    }

    @Test
    void isNotDueUnplanned() {
        assertThat(planned(new State.Active(Samples.link()), null).dueAt(OPENS, HALF))
                .isFalse();
    }

    @Test
    void isDueAsPlannedWhenNobodyKnowsTheTokensAge() {
        var link = Samples.link().renewed(new TokenLease(null, EXPIRES));
        var planned = Samples.connexion(new State.Active(link)).planned(HALF, CREATED.plus(Duration.ofDays(10)));
        assertThat(planned.refreshing().nextAt()).isEqualTo(CREATED.plus(Duration.ofDays(35)));
        assertThat(planned.dueAt(CREATED.plus(Duration.ofDays(35)), HALF)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dead")
    void renewsNothingWhereNoTokenWorks(State state) {
        var connexion = Samples.connexion(state);
        var refused = new Change.Refused(Refusal.ILLEGAL_TRANSITION);
        assertThat(connexion.renewable()).isEmpty();
        assertThat(connexion.planned(HALF, Samples.NOW).refreshing().nextAt()).isNull();
        assertThat(connexion.dueAt(OPENS, HALF)).isFalse();
        assertThat(connexion.renewed(new TokenLease(OPENS, null), HALF, OPENS)).isEqualTo(refused);
        assertThat(connexion.renewalFailed(RenewalFailure.REFUSED, null, HALF, OPENS))
                .isEqualTo(refused);
        assertThat(connexion.expire(EXPIRES)).isEqualTo(refused);
    }

    @Test
    void renewsNoTokenOfFacebookLogin() {
        var link = Samples.link(LoginProduct.FACEBOOK, Samples.ALL);
        assertThat(Samples.connexion(new State.Active(link)).renewable()).isEmpty();
        assertThat(Samples.connexion(new State.Pending()).connect(link, Samples.USER, HALF, Samples.NOW))
                .isInstanceOfSatisfying(
                        Change.Accepted.class,
                        accepted -> assertThat(accepted.next().refreshing().nextAt())
                                .isNull());
    }

    @Test
    void tellsTheWayOfARowThatDoesNotSayByWhatWasGranted() {
        assertThat(Samples.link(null, Samples.ALL).way()).isEqualTo(LoginProduct.INSTAGRAM);
        assertThat(Samples.link(null, ScopeCatalogue.all(LoginProduct.FACEBOOK)).way())
                .isEqualTo(LoginProduct.FACEBOOK);
        assertThat(Samples.link(LoginProduct.FACEBOOK, Samples.ALL).way()).isEqualTo(LoginProduct.FACEBOOK);
    }

    @ParameterizedTest
    @MethodSource("alive")
    void keepsItsStateWithTheNewToken(State state) {
        var before = Samples.connexion(state);
        var lease = new TokenLease(OPENS, OPENS.plus(Duration.ofDays(60)));
        var accepted = accepted(before.renewed(lease, HALF, OPENS));
        var link = before.renewable().orElseThrow();
        assertThat(accepted.events())
                .containsExactly(
                        new ConnexionEvent.Renewed(before.id(), before.organisation(), OPENS, link.lease(), lease));
        assertThat(accepted.next().renewable()).contains(link.renewed(lease));
        assertThat(accepted.next().refreshing())
                .isEqualTo(new Refreshing(OPENS.plus(Duration.ofDays(30)), 0, new Attempt(OPENS, null)));
        assertThat(accepted.next().since()).isEqualTo(before.since());
        assertThat(accepted.next().state().why()).isEqualTo(state.why());
        assertThat(accepted.next().state()).hasSameClassAs(state);
    }

    @ParameterizedTest
    @MethodSource("alive")
    void staysWhatItIsWhenARenewalFails(State state) {
        var before = Samples.connexion(state);
        var accepted = accepted(before.renewalFailed(RenewalFailure.REFUSED, null, HALF, OPENS));
        var retry = OPENS.plus(Duration.ofMinutes(20));
        assertThat(accepted.next().state()).isEqualTo(state);
        assertThat(accepted.next().since()).isEqualTo(before.since());
        assertThat(accepted.next().refreshing())
                .isEqualTo(new Refreshing(retry, 3, new Attempt(OPENS, RenewalFailure.REFUSED)));
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.RenewalFailed(
                        before.id(), before.organisation(), OPENS, RenewalFailure.REFUSED, retry));
    }

    @Test
    void keepsItsPlanWhenARenewalThatSomebodyAskedForFails() {
        var before = Samples.connexion(new State.Active(Samples.link()));
        var accepted = accepted(before.renewalOnDemandFailed(RenewalFailure.THROTTLED, OPENS));
        assertThat(accepted.next().state()).isEqualTo(before.state());
        assertThat(accepted.next().refreshing())
                .isEqualTo(new Refreshing(
                        before.refreshing().nextAt(),
                        before.refreshing().failures(),
                        new Attempt(OPENS, RenewalFailure.THROTTLED)));
        assertThat(accepted.events()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("alive")
    void expiresAtTheTokensEndAndNotBefore(State state) {
        var before = Samples.connexion(state);
        assertThat(before.expire(EXPIRES.minus(TICK))).isEqualTo(new Change.Refused(Refusal.ILLEGAL_TRANSITION));
        var accepted = accepted(before.expire(EXPIRES));
        assertThat(accepted.next().state())
                .isEqualTo(new State.Expired(state.linked().orElseThrow(), Cause.of("token_expired")));
        assertThat(accepted.next().since()).isEqualTo(EXPIRES);
        assertThat(accepted.next().refreshing().nextAt()).isNull();
        assertThat(accepted.next().refreshing().last())
                .isEqualTo(before.refreshing().last());
        assertThat(accepted.events())
                .isEqualTo(List.of(new ConnexionEvent.Expired(
                        before.id(), before.organisation(), EXPIRES, state.status(), EXPIRES)));
    }

    private static Connexion planned(State state, @Nullable Instant at) {
        var c = Samples.connexion(state);
        return new Connexion(
                c.id(),
                c.organisation(),
                c.key(),
                c.client(),
                c.accountEmail(),
                c.dailyLimit(),
                c.enabled(),
                c.activatedAt(),
                c.state(),
                c.since(),
                c.lastSyncedAt(),
                c.stamps(),
                c.version(),
                new Refreshing(at, 0, null));
    }

    private static Change.Accepted accepted(Change change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return (Change.Accepted) change;
    }
}
