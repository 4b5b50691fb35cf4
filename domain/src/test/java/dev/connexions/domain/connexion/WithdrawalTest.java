package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.Connexion.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WithdrawalTest {

    private static final String WHY = "page_not_granted";
    private static final Cause CAUSE = new Cause(WHY, new Cause.Evidence(null, null, Samples.NOW));

    static List<State> ending() {
        var link = Samples.link();
        return List.of(
                new State.Active(link),
                new State.Throttled(link, Samples.CAUSE, null),
                new State.Failing(link, Samples.CAUSE),
                new State.Failing(null, Samples.CAUSE),
                new State.Expired(link, Samples.CAUSE));
    }

    static List<State> staying() {
        var link = Samples.link();
        return List.of(
                new State.Pending(), new State.Revoked(link, Samples.CAUSE), new State.Unreadable(link, Samples.CAUSE));
    }

    @ParameterizedTest
    @MethodSource("ending")
    void needsANewConsentOnceMetaSaysThatTheAccountIsNotToBeHad(State state) {
        var connexion = Samples.connexion(state);
        var accepted = accepted(connexion);
        assertThat(accepted.next().state())
                .isEqualTo(new State.ReauthorizationRequired(state.linked().orElse(null), CAUSE));
        assertThat(accepted.next().since()).isEqualTo(Samples.NOW);
        assertThat(accepted.next().refreshing().nextAt()).isNull();
        assertThat(accepted.events())
                .containsExactly(new ConnexionEvent.ReauthorizationRequired(
                        connexion.id(), connexion.organisation(), Samples.NOW, state.status(), CAUSE, Samples.USER));
    }

    @Test
    void hasItsOwnReasonWhereItNeededOneAlready() {
        var link = Samples.link();
        var connexion = Samples.connexion(new State.ReauthorizationRequired(link, Samples.CAUSE));
        var accepted = accepted(connexion);
        assertThat(accepted.next().state()).isEqualTo(new State.ReauthorizationRequired(link, CAUSE));
        assertThat(accepted.next().since()).isEqualTo(connexion.since());
        assertThat(accepted.events()).hasSize(1);
        assertThat(accepted(accepted.next()).events()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("staying")
    void endsNothingThatHasNoneToLose(State state) {
        assertThat(Samples.connexion(state).withdraw(WHY, Samples.USER, Samples.NOW))
                .isEqualTo(new Change.Refused(Connexion.Refusal.ILLEGAL_TRANSITION));
    }

    private static Change.Accepted accepted(Connexion connexion) {
        var change = connexion.withdraw(WHY, Samples.USER, Samples.NOW);
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return (Change.Accepted) change;
    }
}
