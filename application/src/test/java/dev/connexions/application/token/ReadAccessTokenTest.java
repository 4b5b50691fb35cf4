package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.application.token.ReadAccessToken.Result;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadAccessTokenTest {

    private static final Cause CAUSE = Cause.of("some_reason");

    private final Scene scene = Scene.create();

    static Stream<State> statesWithAToken() {
        return Stream.of(
                new State.Active(Fixtures.link()),
                new State.Throttled(Fixtures.link(), CAUSE, null),
                new State.Failing(Fixtures.link(), CAUSE));
    }

    static Stream<State> statesWithoutAToken() {
        return Stream.of(
                new State.Failing(null, CAUSE),
                new State.Expired(Fixtures.link(), CAUSE),
                new State.ReauthorizationRequired(Fixtures.link(), CAUSE),
                new State.Revoked(Fixtures.link(), CAUSE),
                new State.Unreadable(Fixtures.link(), CAUSE));
    }

    @ParameterizedTest
    @MethodSource("statesWithAToken")
    void handsTheTokenOut(State state) {
        var id = scene.connexion(state).id();
        var token = ((TokenVault.Opened.Token) scene.token(id)).token();
        assertThat(read(id))
                .isEqualTo(new Result.Read(token, Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME), Fixtures.allScopes()));
        assertThatItIsWrittenDown(id, Outcome.DONE, null);
    }

    @ParameterizedTest
    @MethodSource("statesWithoutAToken")
    void refusesWithTheReasonOfTheState(State state) {
        var connexion = scene.connexion();
        scene.store().plant(Fixtures.with(connexion, state));
        assertThat(read(connexion.id())).isEqualTo(new Result.ReconnectRequired("some_reason"));
        assertThatItIsWrittenDown(connexion.id(), Outcome.REFUSED, "some_reason");
    }

    @Test
    void refusesWhileNobodyHasConsented() {
        var id = scene.connexion().id();
        assertThat(read(id)).isEqualTo(new Result.ReconnectRequired("pending"));
        assertThatItIsWrittenDown(id, Outcome.REFUSED, "pending");
    }

    @Test
    void handsATokenWithoutAnEndOut() {
        var link = Fixtures.link();
        var endless = new Link(
                link.product(),
                link.account(),
                null,
                link.requested(),
                link.granted(),
                new TokenLease(Fixtures.NOW, null));
        var id = scene.connexion(new State.Active(endless)).id();
        scene.application().clock().advance(Duration.ofDays(4000));
        assertThat(read(id))
                .isInstanceOfSatisfying(
                        Result.Read.class, it -> assertThat(it.expiresAt()).isNull());
    }

    @Test
    void refusesATokenFromTheMomentItExpires() {
        var id = scene.connexion(new State.Active(Fixtures.link())).id();
        scene.application().clock().advance(Fixtures.TOKEN_LIFETIME.minusNanos(1000));
        assertThat(read(id)).isInstanceOf(Result.Read.class);
        scene.application().clock().advance(Duration.ofNanos(1000));
        assertThat(read(id)).isEqualTo(new Result.ReconnectRequired("token_expired"));
        assertThatItIsWrittenDown(id, Outcome.REFUSED, "token_expired");
    }

    @Test
    void saysThatTheTokenIsMissing() {
        for (var state : statesWithAToken().toList()) {
            var id = scene.connexion(state).id();
            scene.store().loseToken(id);
            assertThat(read(id)).isEqualTo(new Result.ReconnectRequired("token_missing"));
            assertThatItIsWrittenDown(id, Outcome.REFUSED, "token_missing");
        }
    }

    @Test
    void saysThatTheTokenCannotBeOpened() {
        var id = scene.connexion(new State.Active(Fixtures.link())).id();
        scene.store().spoilToken(id);
        assertThat(read(id)).isEqualTo(new Result.ReconnectRequired("token_unreadable"));
        assertThatItIsWrittenDown(id, Outcome.REFUSED, "token_unreadable");
    }

    @Test
    void writesEachReadingDown() {
        var id = scene.connexion(new State.Active(Fixtures.link())).id();
        for (var i = 1; i <= 3; i++) {
            read(id);
            assertThat(scene.audit()).hasSize(i);
        }
    }

    @Test
    void knowsNoOther() {
        var elsewhere = scene.elsewhere();
        var hidden = elsewhere.connexion(new State.Active(Fixtures.link()));
        assertThat(read(hidden.id())).isEqualTo(new Result.NotFound());
        assertThat(read(ConnexionId.random())).isEqualTo(new Result.NotFound());
        assertThat(scene.audit()).isEmpty();
        assertThat(elsewhere.audit()).isEmpty();
    }

    private Result read(ConnexionId id) {
        return scene.application().readAccessToken().handle(scene.operator(), id);
    }

    private void assertThatItIsWrittenDown(ConnexionId id, Outcome outcome, @Nullable String reason) {
        var written = scene.audit().getFirst();
        assertThat(written.entry().action()).isEqualTo(Action.ACCESS_TOKEN_READ);
        assertThat(written.entry().outcome()).isEqualTo(outcome);
        assertThat(written.entry().connexion()).isEqualTo(id);
        assertThat(written.entry().at()).isEqualTo(scene.application().clock().instant());
        assertThat(written.details())
                .isEqualTo(reason == null ? Details.NONE : Details.NONE.and("reason", null, reason));
    }
}
