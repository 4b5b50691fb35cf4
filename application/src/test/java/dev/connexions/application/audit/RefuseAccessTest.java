package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.audit.RefuseAccess.Command;
import dev.connexions.application.audit.RefuseAccess.Result;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import org.junit.jupiter.api.Test;

class RefuseAccessTest {

    private final Scene scene = Scene.create();
    private final RefuseAccess refuse = scene.application().refuseAccess();

    @Test
    void writesDownWhatAViewerTried() {
        var viewer = scene.store().register(Fixtures.viewer(), scene.organisation());
        var connexion = scene.connexion();
        assertThat(refuse.handle(viewer, new Command(connexion.id(), Permission.TOKENS_READ)))
                .isEqualTo(new Result.Refused());
        assertThat(scene.audit()).singleElement().satisfies(written -> {
            assertThat(written.entry().action()).isEqualTo(Action.ACCESS_REFUSED);
            assertThat(written.entry().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(written.entry().connexion()).isEqualTo(connexion.id());
            assertThat(written.entry().at()).isEqualTo(Fixtures.NOW);
            assertThat(written.entry().actor()).isEqualTo(new Actor(Actor.Kind.USER, viewer.id(), null));
            assertThat(written.entry().request()).isEqualTo(viewer.request());
            assertThat(written.details()).isEqualTo(Details.NONE.and("lacking", null, "tokens:read"));
        });
        assertThat(scene.find(connexion.id())).contains(connexion);
    }

    @Test
    void letsNobodyWriteToAnotherOrganisationsChain() {
        var elsewhere = scene.elsewhere();
        var hidden = elsewhere.connexion().id();
        for (var id : new ConnexionId[] {hidden, ConnexionId.random()}) {
            assertThat(refuse.handle(scene.operator(), new Command(id, Permission.CONNEXIONS_WRITE)))
                    .isEqualTo(new Result.NotFound());
        }
        assertThat(elsewhere.audit()).isEmpty();
        assertThat(scene.audit()).isEmpty();
    }
}
