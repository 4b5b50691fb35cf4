package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateTest {

    @Test
    void hasTheNameThatTheApiGivesIt() {
        assertThat(Samples.states().map(state -> state.status().code()).distinct())
                .containsExactlyInAnyOrder(
                        "pending", "active", "throttled", "error", "expired", "reauthorization_required", "revoked");
        assertThat(new State.Failing(null, Samples.CAUSE).status()).isEqualTo(Status.ERROR);
        assertThat(new State.Unreadable(null, Samples.CAUSE).status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.domain.connexion.Samples#statesWithALink")
    void carriesItsLink(State state) {
        assertThat(state.linked()).map(Link::account).contains(Samples.account());
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.domain.connexion.Samples#statesWithoutALink")
    void mayLackALink(State state) {
        assertThat(state.linked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.domain.connexion.Samples#states")
    void saysWhyItIsNotWell(State state) {
        switch (state.status()) {
            case PENDING, ACTIVE -> assertThat(state.why()).isEmpty();
            case THROTTLED, ERROR, EXPIRED, REAUTHORIZATION_REQUIRED, REVOKED ->
                assertThat(state.why()).contains(Samples.CAUSE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(Status status) {
        assertThat(Status.of(status.code())).contains(status);
        assertThat(Status.of(status.name())).isEmpty();
    }

    @Test
    void isNotFoundByAnyOther() {
        assertThat(Status.of("")).isEmpty();
        assertThat(Status.of("awaiting_choice")).isEmpty();
    }
}
