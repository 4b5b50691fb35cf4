package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.connexion.ConnexionId;
import org.junit.jupiter.api.Test;

class ShowConnexionTest {

    private final Scene scene = Scene.create();
    private final ShowConnexion show = scene.application().showConnexion();

    @Test
    void showsAnOrganisationsOwn() {
        var connexion = scene.connexion();
        assertThat(show.handle(scene.operator(), connexion.id())).contains(connexion);
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void knowsNoOther() {
        var hidden = scene.elsewhere().connexion();
        assertThat(show.handle(scene.operator(), hidden.id())).isEmpty();
        assertThat(show.handle(scene.operator(), ConnexionId.random())).isEmpty();
    }

    @Test
    void needsACallerWhomThePlatformKnows() {
        var id = scene.connexion().id();
        assertThatThrownBy(() -> show.handle(Fixtures.service(), id)).isInstanceOf(NoOrganisationException.class);
    }
}
