package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Owners} promises. */
public interface OwnersContract extends Platform {

    @Test
    default void tellsAnAdministratorWhoseSomethingIs() {
        var member = member();
        var connexion = add(member);
        var session = save(member, Fixtures.session(connexion.organisation(), connexion.id(), Fixtures.NOW));
        var grant = Fixtures.grant(connexion.organisation());
        run(member, tx -> grants().save(tx, grant));
        for (var administrator :
                new Caller[] {administrator(null), administrator(Fixtures.organisation()), Fixtures.job()}) {
            assertThat(ofConnexion(administrator, connexion.id()))
                    .as("%s", administrator)
                    .contains(organisationOf(member));
            run(
                    administrator,
                    tx -> assertThat(owners().ofSession(tx, session.id())).contains(connexion.organisation()));
            run(
                    administrator,
                    tx -> assertThat(owners().ofGrant(tx, grant.id())).contains(connexion.organisation()));
        }
    }

    @Test
    default void tellsEverybodyElseOfTheirOwnAndOfNothingElse() {
        var member = member();
        var connexion = add(member);
        var session = save(member, Fixtures.session(connexion.organisation(), connexion.id(), Fixtures.NOW));
        var stranger = member();
        assertThat(ofConnexion(member, connexion.id())).contains(connexion.organisation());
        assertThat(ofConnexion(stranger, connexion.id())).isEmpty();
        run(stranger, tx -> assertThat(owners().ofSession(tx, session.id())).isEmpty());
        var grant = Fixtures.grant(connexion.organisation());
        run(member, tx -> {
            grants().save(tx, grant);
            assertThat(owners().ofGrant(tx, grant.id())).contains(connexion.organisation());
        });
        run(stranger, tx -> assertThat(owners().ofGrant(tx, grant.id())).isEmpty());
    }

    @Test
    default void knowsNothingOfWhatIsNotThere() {
        var administrator = administrator(null);
        assertThat(ofConnexion(administrator, ConnexionId.random())).isEmpty();
        run(
                administrator,
                tx -> assertThat(owners().ofSession(tx, new AuthorizationSessionId(UUID.randomUUID())))
                        .isEmpty());
        run(
                administrator,
                tx -> assertThat(owners().ofGrant(tx, GrantId.random())).isEmpty());
    }

    private Optional<OrganisationId> ofConnexion(Caller caller, ConnexionId id) {
        return read(caller, tx -> owners().ofConnexion(tx, id));
    }
}
