package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.SwitchConnexion.Command;
import dev.connexions.application.connexion.SwitchConnexion.Position;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Racing;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwitchConnexionTest {

    private final Scene scene = Scene.create();

    @Test
    void turnsOffAndOnAgain() {
        var connexion = scene.connexion(new State.Active(Fixtures.link()));
        scene.application().clock().advance(Duration.ofHours(1));

        var off = turn(connexion.id(), Position.DISABLED).orElseThrow();
        assertThat(off.enabled()).isFalse();
        assertThat(off.activatedAt()).isEqualTo(connexion.activatedAt());
        assertThat(off.state()).isEqualTo(connexion.state());
        assertThat(off.since()).isEqualTo(connexion.since());
        assertThat(scene.find(connexion.id())).contains(off);

        scene.application().clock().advance(Duration.ofHours(1));
        var on = turn(connexion.id(), Position.ENABLED).orElseThrow();
        assertThat(on.enabled()).isTrue();
        assertThat(on.activatedAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofHours(2)));
        assertThat(on.since()).isEqualTo(connexion.since());
        assertThat(scene.find(connexion.id())).contains(on);

        assertThat(scene.actions()).containsExactly(Action.CONNEXION_ENABLED, Action.CONNEXION_DISABLED);
        assertThat(scene.audit().getFirst().details()).isEqualTo(Details.NONE.and("enabled", "false", "true"));
        assertThat(scene.audit().getLast().details()).isEqualTo(Details.NONE.and("enabled", "true", "false"));
        assertThat(scene.audit().getLast().entry().connexion()).isEqualTo(connexion.id());
    }

    @Test
    void changesNothingWhenItStandsThereAlready() {
        var connexion = scene.connexion();
        assertThat(turn(connexion.id(), Position.ENABLED)).contains(connexion);
        assertThat(scene.audit()).isEmpty();
        var off = turn(connexion.id(), Position.DISABLED);
        assertThat(turn(connexion.id(), Position.DISABLED)).isEqualTo(off);
        assertThat(scene.audit()).hasSize(1);
        assertThat(scene.find(connexion.id())).isEqualTo(off);
    }

    @Test
    void leavesWhatCannotBeReadAsItIs() {
        var unreadable = new State.Unreadable(null, Cause.of(Cause.ROW_UNREADABLE));
        var connexion = Fixtures.with(scene.connexion(), unreadable);
        scene.store().plant(connexion);
        assertThat(turn(connexion.id(), Position.DISABLED))
                .map(Connexion::state)
                .contains(unreadable);
        assertThat(scene.find(connexion.id())).map(Connexion::enabled).contains(false);
    }

    @Test
    void knowsNoOther() {
        var hidden = scene.elsewhere().connexion();
        for (var position : Position.values()) {
            assertThat(turn(hidden.id(), position)).isEmpty();
            assertThat(turn(ConnexionId.random(), position)).isEmpty();
        }
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void writesNothingDownWhenItLosesARace() {
        var connexion = scene.connexion();
        var racing = scene.application().on(new Racing(scene.store().transactions(), 1, 1));
        assertThatThrownBy(() -> racing.switchConnexion()
                        .handle(scene.operator(), new Command(connexion.id(), Position.DISABLED)))
                .isInstanceOf(StaleException.class);
        assertThat(scene.find(connexion.id())).contains(connexion);
        assertThat(scene.audit()).isEmpty();
    }

    private Optional<Connexion> turn(ConnexionId id, Position to) {
        return scene.application().switchConnexion().handle(scene.operator(), new Command(id, to));
    }
}
