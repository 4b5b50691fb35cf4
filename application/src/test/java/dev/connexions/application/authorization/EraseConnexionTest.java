package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.EraseConnexion.Result;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EraseConnexionTest {

    private final Scene scene = Scene.create();

    @Test
    void removesTheConnexionAndItsToken() {
        var connexion = scene.connexion(new State.Active(Fixtures.link()));
        var kept = scene.connexion(new State.Active(Fixtures.link()));
        assertThat(erase(connexion.id())).isEqualTo(new Result.Erased());
        assertThat(scene.find(connexion.id())).isEmpty();
        assertThat(scene.token(connexion.id())).isEqualTo(new TokenVault.Opened.None());
        assertThat(scene.find(kept.id())).contains(kept);
        assertThat(scene.token(kept.id())).isInstanceOf(TokenVault.Opened.Token.class);
    }

    @Test
    void writesItDown() {
        var connexion = scene.connexion(new State.Active(Fixtures.link()));
        erase(connexion.id());
        assertThat(scene.audit()).singleElement().satisfies(written -> {
            assertThat(written.entry().action()).isEqualTo(Action.CONNEXION_ERASED);
            assertThat(written.entry().outcome()).isEqualTo(Outcome.DONE);
            assertThat(written.entry().connexion()).isEqualTo(connexion.id());
            assertThat(written.entry().at()).isEqualTo(Fixtures.NOW);
            assertThat(written.details())
                    .isEqualTo(Details.NONE
                            .and("key", connexion.key().value(), null)
                            .and("status", "active", null));
        });
    }

    @Test
    void findsNothingTheSecondTime() {
        var connexion = scene.connexion();
        erase(connexion.id());
        assertThat(erase(connexion.id())).isEqualTo(new Result.NotFound());
        assertThat(scene.audit()).hasSize(1);
    }

    @Test
    void knowsNoOther() {
        var elsewhere = scene.elsewhere();
        var hidden = elsewhere.connexion();
        assertThat(erase(hidden.id())).isEqualTo(new Result.NotFound());
        assertThat(elsewhere.find(hidden.id())).contains(hidden);
        assertThat(elsewhere.audit()).isEmpty();
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void leavesWhatIsNotAsDemanded() {
        var connexion = scene.connexion();
        var seen = new ArrayList<Connexion>();
        var erase = scene.application().eraseConnexion();
        var demanding = new EraseConnexion.Command(connexion.id(), current -> {
            seen.add(current);
            return false;
        });
        assertThat(erase.handle(scene.operator(), demanding)).isEqualTo(new Result.PreconditionFailed());
        assertThat(seen).containsExactly(connexion);
        assertThat(scene.find(connexion.id())).contains(connexion);
        assertThat(scene.audit()).isEmpty();
        assertThat(erase.handle(scene.elsewhere().operator(), demanding)).isEqualTo(new Result.NotFound());
        assertThat(seen).hasSize(1);
    }

    private Result erase(ConnexionId id) {
        return scene.application().eraseConnexion().handle(scene.operator(), new EraseConnexion.Command(id));
    }
}
