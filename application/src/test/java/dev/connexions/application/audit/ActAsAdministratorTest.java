package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.ActAsAdministrator.Command;
import dev.connexions.application.audit.ActAsAdministrator.Result;
import dev.connexions.application.audit.ActAsAdministrator.Target;
import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import org.junit.jupiter.api.Test;

class ActAsAdministratorTest {

    private static final String REASON = "ticket 4711";

    private final Scene theirs = Scene.create();
    private final Connexion connexion = theirs.connexion();
    private final Caller.User administrator =
            theirs.store().registerAdministrator(Fixtures.operator(), Fixtures.organisation());

    @Test
    void reachesIntoTheOrganisationOfAConnexionAndWritesItDownThere() {
        var caller = granted(new Target.OfConnexion(connexion.id()));
        assertThat(theirs.application().showConnexion().handle(caller, connexion.id()))
                .contains(connexion);
        var entry = theirs.audit().getFirst();
        assertThat(entry.entry().action()).isEqualTo(Action.ACCESS_GRANTED);
        assertThat(entry.entry().connexion()).isEqualTo(connexion.id());
        assertThat(entry.entry().actor()).isEqualTo(new Actor(Actor.Kind.ADMINISTRATOR, administrator.id(), REASON));
        assertThat(entry.details()).isEqualTo(Details.NONE.and("operation", null, "GET /v1/connexions/{id}"));
    }

    @Test
    void isNamedWithItsReasonInWhatItDoesThere() {
        var caller = granted(new Target.OfConnexion(connexion.id()));
        theirs.application()
                .switchConnexion()
                .handle(caller, new SwitchConnexion.Command(connexion.id(), SwitchConnexion.Position.DISABLED));
        var entry = theirs.audit().getFirst().entry();
        assertThat(entry.action()).isEqualTo(Action.CONNEXION_DISABLED);
        assertThat(entry.actor()).isEqualTo(new Actor(Actor.Kind.ADMINISTRATOR, administrator.id(), REASON));
    }

    @Test
    void findsTheOrganisationOfASession() {
        var session = Fixtures.session(theirs.organisation(), connexion.id(), Fixtures.NOW);
        theirs.store().transactions().in(theirs.operator(), tx -> {
            theirs.store().sessions().save(tx, session);
            return session;
        });
        var caller = granted(new Target.OfSession(session.id()));
        assertThat(theirs.application().showAuthorizationSession().handle(caller, session.id()))
                .isPresent();
    }

    @Test
    void listsOneOrganisationOrAllOfThem() {
        var others = theirs.elsewhere();
        others.connexion();
        var within = granted(new Target.Organisation(theirs.organisation()));
        assertThat(listed(within).items()).containsExactly(connexion);
        var everywhere = granted(new Target.Everywhere());
        var all = listed(everywhere);
        assertThat(all.items()).hasSize(2);
        assertThat(all.organisation()).isEqualTo(OrganisationId.PLATFORM);
        var chain = (ReadAuditTrail.Result.Listed) theirs.application()
                .readAuditTrail()
                .handle(everywhere, new ReadAuditTrail.Query(null, null, null, 50));
        assertThat(chain.items()).singleElement().satisfies(read -> {
            assertThat(read.entry().action()).isEqualTo(Action.ACCESS_GRANTED);
            assertThat(read.entry().organisation()).isEqualTo(OrganisationId.PLATFORM);
        });
    }

    @Test
    void writesNothingDownInItsOwnOrganisation() {
        var own = theirs.store().registerAdministrator(Fixtures.operator(), theirs.organisation());
        assertThat(handle(own, new Target.OfConnexion(connexion.id()))).isEqualTo(new Result.Granted(own));
        assertThat(handle(own, new Target.Organisation(theirs.organisation()))).isEqualTo(new Result.Granted(own));
        assertThat(theirs.audit()).isEmpty();
    }

    @Test
    void isForAdministratorsOnly() {
        var stranger = theirs.elsewhere().operator();
        for (var target : new Target[] {
            new Target.OfConnexion(connexion.id()),
            new Target.Organisation(theirs.organisation()),
            new Target.Everywhere()
        }) {
            assertThat(handle(stranger, target)).as("%s", target).isEqualTo(new Result.NotAdministrator());
        }
        assertThat(theirs.audit()).isEmpty();
        assertThatThrownBy(() -> handle(Fixtures.service(), new Target.Everywhere()))
                .isInstanceOf(NoOrganisationException.class);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(handle(administrator, new Target.OfConnexion(ConnexionId.random())))
                .isEqualTo(new Result.NotFound());
    }

    private ListConnexions.Result.Listed listed(Caller caller) {
        return (ListConnexions.Result.Listed) theirs.application()
                .listConnexions()
                .handle(caller, new ListConnexions.Query(Filter.NONE, null, null, 50));
    }

    private Caller.User granted(Target target) {
        return ((Result.Granted) handle(administrator, target)).caller();
    }

    private Result handle(Caller.User caller, Target target) {
        return theirs.application()
                .actAsAdministrator()
                .handle(caller, new Command(target, REASON, "GET /v1/connexions/{id}"));
    }
}
