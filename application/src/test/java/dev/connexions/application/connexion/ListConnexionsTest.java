package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ListConnexions.Query;
import dev.connexions.application.connexion.ListConnexions.Result;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListConnexionsTest {

    private final Scene scene = Scene.create();

    @Test
    void listsNothingWhereThereIsNothing() {
        scene.elsewhere().connexion();
        assertThat(list(null, null, 50)).isEqualTo(new Result.Listed(scene.organisation(), List.of(), null));
    }

    @Test
    void namesTheNextPageOnlyWhenThereIsOne() {
        var all = seven();
        assertThat(list(null, null, 7)).isEqualTo(new Result.Listed(scene.organisation(), all, null));
        assertThat(list(null, null, 8)).isEqualTo(new Result.Listed(scene.organisation(), all, null));
        var page = all.subList(0, 6);
        assertThat(list(null, null, 6))
                .isEqualTo(new Result.Listed(scene.organisation(), page, Position.of(page.getLast(), Filter.NONE)));
    }

    @Test
    void goesFromPageToPageToTheEnd() {
        var all = seven();
        var seen = new ArrayList<Connexion>();
        @Nullable Position next = null;
        do {
            var listed = (Result.Listed) list(scene, next, 3);
            seen.addAll(listed.items());
            next = listed.next();
        } while (next != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void refusesAPositionOfAnotherOrganisation() {
        seven();
        var elsewhere = scene.elsewhere();
        elsewhere.connexion();
        var foreign = Position.of(elsewhere.connexion(), Filter.NONE);
        assertThat(list(elsewhere, foreign, 50)).isEqualTo(new Result.ForeignPosition());
    }

    @Test
    void judgesCapabilitiesByItsClock() {
        var connexion = scene.connexion(new State.Active(Fixtures.link()));
        var query = new Query(new Filter(null, null, null, null, null, null, Capability.PUBLISH), null, null, 50);
        var before = (Result.Listed) scene.application().listConnexions().handle(scene.operator(), query);
        assertThat(before.items()).containsExactly(connexion);
        scene.application().clock().advance(Duration.ofDays(60));
        var after = (Result.Listed) scene.application().listConnexions().handle(scene.operator(), query);
        assertThat(after.items()).isEmpty();
    }

    @Test
    void needsAnOrganisation() {
        var administrator = scene.store().registerAdministrator(Fixtures.service(), null);
        var query = new Query(Filter.NONE, null, null, 50);
        assertThatThrownBy(() -> scene.application().listConnexions().handle(administrator, query))
                .isInstanceOf(NoOrganisationException.class);
    }

    private List<Connexion> seven() {
        var all = new ArrayList<Connexion>();
        for (var i = 0; i < 7; i++) {
            all.addFirst(scene.connexion());
            scene.application().clock().advance(Duration.ofSeconds(1));
        }
        return all;
    }

    private Result list(@Nullable Scene inside, @Nullable Position after, int limit) {
        var organisation = inside == null ? null : inside.organisation();
        return scene.application()
                .listConnexions()
                .handle(scene.operator(), new Query(Filter.NONE, organisation, after, limit));
    }
}
