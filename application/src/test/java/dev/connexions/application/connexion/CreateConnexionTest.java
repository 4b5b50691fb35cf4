package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.CreateConnexion.Command;
import dev.connexions.application.connexion.CreateConnexion.Result;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Racing;
import dev.connexions.application.testing.Scene;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.State;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateConnexionTest {

    private final Scene scene = Scene.create();

    @Test
    void createsAConnexionThatWaitsForConsent() {
        var command = new Command(
                Fixtures.client(), Fixtures.email(), ConnexionKey.chosen("boulangerie-lyon-3"), new DailyLimit(25));
        var created = created(scene, command);
        assertThat(created)
                .isEqualTo(new Connexion(
                        created.id(),
                        scene.organisation(),
                        new ConnexionKey("boulangerie-lyon-3"),
                        command.client(),
                        command.accountEmail(),
                        new DailyLimit(25),
                        true,
                        Fixtures.NOW,
                        new State.Pending(),
                        Fixtures.NOW,
                        null,
                        created.stamps(),
                        created.version(),
                        dev.connexions.domain.token.Refreshing.NONE));
        assertThat(scene.find(created.id())).contains(created);
    }

    @Test
    void generatesAKeyUnlessOneIsChosen() {
        var first = created(scene, command(null)).key();
        var second = created(scene, command(null)).key();
        assertThat(first.value()).startsWith("igc_");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void writesItDown() {
        var command = command(ConnexionKey.chosen("k"));
        var created = created(scene, command);
        assertThat(scene.audit()).singleElement().satisfies(written -> {
            assertThat(written.entry().action()).isEqualTo(Action.CONNEXION_CREATED);
            assertThat(written.entry().outcome()).isEqualTo(Outcome.DONE);
            assertThat(written.entry().connexion()).isEqualTo(created.id());
            assertThat(written.entry().at()).isEqualTo(Fixtures.NOW);
            assertThat(written.entry().request()).isEqualTo(scene.operator().request());
            assertThat(written.entry().actor())
                    .isEqualTo(new Actor(Actor.Kind.USER, scene.operator().id(), null));
            assertThat(written.details())
                    .isEqualTo(Details.NONE
                            .and("key", null, "k")
                            .and("clientType", null, "reseau")
                            .and("clientId", null, command.client().id().toString())
                            .and("status", null, "pending"));
        });
    }

    @Test
    void refusesAKeyThatTheOrganisationUses() {
        var key = ConnexionKey.chosen("used");
        created(scene, command(key));
        assertThat(create(scene, command(key))).isEqualTo(new Result.KeyAlreadyUsed());
        assertThat(scene.audit()).hasSize(1);
        assertThat(create(scene.elsewhere(), command(key))).isInstanceOf(Result.Created.class);
    }

    @Test
    void refusesAKeyThatARowOfThePlatformUses() {
        var row = Fixtures.foreign(scene.connexion());
        scene.store().plant(row);
        assertThat(create(scene, command(row.key()))).isEqualTo(new Result.KeyAlreadyUsed());
    }

    @Test
    void letsOneOfManyHaveAKey() throws InterruptedException {
        var key = ConnexionKey.chosen("wanted");
        var results = new CopyOnWriteArrayList<Result>();
        Together.run(8, i -> results.add(create(scene, command(key))));
        assertThat(results.stream().filter(Result.Created.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(new Result.KeyAlreadyUsed()::equals)).hasSize(7);
        assertThat(scene.audit()).hasSize(1);
    }

    @Test
    void takesALostRaceForAUsedKey() {
        var racing = scene.on(scene.application().on(new Racing(scene.store().transactions(), 1, 1)));
        assertThat(create(racing, command(null))).isEqualTo(new Result.KeyAlreadyUsed());
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void needsAnOrganisation() {
        var administrator = scene.store().registerAdministrator(Fixtures.service(), null);
        var create = scene.application().createConnexion();
        assertThatThrownBy(() -> create.handle(administrator, command(null)))
                .isInstanceOf(NoOrganisationException.class);
        assertThatThrownBy(() -> create.handle(Fixtures.service(), command(null)))
                .isInstanceOf(NoOrganisationException.class);
    }

    private static Command command(@Nullable ConnexionKey key) {
        return new Command(Fixtures.client(), Fixtures.email(), key, null);
    }

    private static Result create(Scene scene, Command command) {
        return scene.application().createConnexion().handle(scene.operator(), command);
    }

    private static Connexion created(Scene scene, Command command) {
        return ((Result.Created) create(scene, command)).connexion();
    }
}
