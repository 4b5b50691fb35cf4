package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.ReadAuditTrail.Query;
import dev.connexions.application.audit.ReadAuditTrail.Result;
import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAuditTrailTest {

    private final Scene scene = Scene.create();
    private final ConnexionId connexion = scene.connexion().id();

    @Test
    void readsTheNewestFirst() {
        turn(connexion, 3);
        turn(scene.connexion().id(), 2);
        assertThat(sequences(read(null, null, null, 50))).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(sequences(read(connexion, null, null, 50))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void namesTheNextPageOnlyWhenThereIsOne() {
        turn(connexion, 3);
        assertThat(((Result.Listed) read(null, null, null, 3)).next()).isNull();
        assertThat(((Result.Listed) read(null, null, null, 2)).next()).isEqualTo(2L);
    }

    @Test
    void goesFromPageToPageToTheEnd() {
        turn(connexion, 7);
        var seen = new ArrayList<Long>();
        @Nullable Long next = null;
        do {
            var listed = (Result.Listed) read(connexion, scene.organisation(), next, 3);
            seen.addAll(sequences(listed));
            next = listed.next();
        } while (next != null);
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void readsWhatAnErasedConnexionLeft() {
        turn(connexion, 1);
        scene.application().eraseConnexion().handle(scene.operator(), new EraseConnexion.Command(connexion));
        assertThat(sequences(read(connexion, null, null, 50))).containsExactly(2L, 1L);
    }

    @Test
    void readsNothingOfAConnexionThatNothingHappenedTo() {
        assertThat(read(connexion, null, null, 50)).isEqualTo(new Result.Listed(scene.organisation(), List.of(), null));
    }

    @Test
    void knowsNoOther() {
        var elsewhere = scene.elsewhere();
        var hidden = elsewhere.connexion().id();
        elsewhere
                .application()
                .switchConnexion()
                .handle(elsewhere.operator(), new SwitchConnexion.Command(hidden, SwitchConnexion.Position.DISABLED));
        assertThat(elsewhere.audit()).hasSize(1);
        assertThat(read(hidden, null, null, 50)).isEqualTo(new Result.NotFound());
        assertThat(read(ConnexionId.random(), null, null, 50)).isEqualTo(new Result.NotFound());
        assertThat(sequences(read(null, null, null, 50))).isEmpty();
    }

    @Test
    void refusesAPositionOfAnotherOrganisation() {
        assertThat(read(null, scene.elsewhere().organisation(), 5L, 50)).isEqualTo(new Result.ForeignPosition());
    }

    @Test
    void needsAnOrganisation() {
        var administrator = scene.store().registerAdministrator(Fixtures.service(), null);
        assertThatThrownBy(() ->
                        scene.application().readAuditTrail().handle(administrator, new Query(null, null, null, 50)))
                .isInstanceOf(NoOrganisationException.class);
    }

    private void turn(ConnexionId id, int times) {
        var positions = SwitchConnexion.Position.values();
        for (var i = 1; i <= times; i++) {
            scene.application()
                    .switchConnexion()
                    .handle(scene.operator(), new SwitchConnexion.Command(id, positions[i % 2]));
        }
    }

    private Result read(@Nullable ConnexionId of, @Nullable OrganisationId inside, @Nullable Long before, int limit) {
        return scene.application().readAuditTrail().handle(scene.operator(), new Query(of, inside, before, limit));
    }

    private static List<Long> sequences(Result result) {
        return ((Result.Listed) result)
                .items().stream().map(read -> read.entry().sequence()).toList();
    }
}
