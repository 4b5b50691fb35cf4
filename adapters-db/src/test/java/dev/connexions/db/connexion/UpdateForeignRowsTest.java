package dev.connexions.db.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.connexion.UpdateConnexion.Result;
import dev.connexions.application.shared.Precondition;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing rows that the platform wrote itself, while it keeps writing them. */
class UpdateForeignRowsTest implements PgPlatform {

    private final Caller.User member = member();
    private final UpdateConnexion update =
            new UpdateConnexion(transactions(), connexions(), audit(), () -> Fixtures.NOW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instagram_statut_connexion = 'en_attente'",
                "instagram_access_token = 'EAAclear', instagram_business_account_id = '17', instagram_permissions ="
                        + " '{a,NULL}'",
                "instagram_statut_connexion = 'enabled'",
                "instagram_statut_connexion = 'active', instagram_token_expire_at = 'infinity'"
            })
    void answersWhatIsReadAfterwards(String assignments) {
        var id = plant(assignments);
        var before = find(member, id).orElseThrow();
        var client = UUID.randomUUID();
        var updated = updated(new UpdateConnexion.Command(id, "agence", client, null, before::equals));
        assertThat(updated.client().id()).isEqualTo(client);
        assertThat(updated.state()).isEqualTo(before.state());
        assertThat(find(member, id)).contains(updated);
    }

    @Test
    void seesWhatThePlatformWroteSinceItWasRead() {
        var id = plant("instagram_statut_connexion = 'en_attente'");
        var before = find(member, id).orElseThrow();
        PlatformRows.change(id, "instagram_limite_quotidienne = 7");
        assertThat(update.handle(member, new UpdateConnexion.Command(id, "x", null, null, before::equals)))
                .isEqualTo(new Result.PreconditionFailed());
        assertThat(find(member, id).orElseThrow().client().type()).isEqualTo("reseau");
    }

    @Test
    void letsOneOfTwoWithTheSameExpectationWin() throws InterruptedException {
        var id = plant("instagram_statut_connexion = 'en_attente'");
        for (var round = 0; round < 50; round++) {
            var before = find(member, id).orElseThrow();
            var results = new ConcurrentLinkedQueue<Result>();
            var type = "r" + round;
            Together.run(
                    2,
                    i -> results.add(update.handle(
                            member, new UpdateConnexion.Command(id, type + i, null, null, before::equals))));
            assertThat(results).filteredOn(Result.Updated.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(Result.PreconditionFailed.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void losesNoneOfTwoChangesWithoutExpectations() throws InterruptedException {
        var id = plant("instagram_statut_connexion = 'en_attente'");
        var client = UUID.randomUUID();
        Together.run(
                2,
                i -> updated(new UpdateConnexion.Command(
                        id, i == 0 ? "agence" : null, i == 0 ? null : client, null, Precondition.none())));
        var after = find(member, id).orElseThrow();
        assertThat(after.client().type()).isEqualTo("agence");
        assertThat(after.client().id()).isEqualTo(client);
    }

    private Connexion updated(UpdateConnexion.Command command) {
        return ((Result.Updated) update.handle(member, command)).connexion();
    }

    private ConnexionId plant(String assignments) {
        return PlatformRows.plant(organisationOf(member), assignments);
    }
}
