package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.authorization.AuthorizationSessionId;
import org.junit.jupiter.api.Test;

class ShowAuthorizationSessionTest {

    private final Trip trip = Trip.create();

    @Test
    void showsAnOrganisationsOwn() {
        var session = trip.open(trip.connexion().id()).session();
        assertThat(trip.application().showAuthorizationSession().handle(trip.operator(), session.id()))
                .map(ShownSession::session)
                .get()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(session);
    }

    @Test
    void knowsNoOther() {
        var elsewhere = trip.elsewhere();
        var session = elsewhere.open(elsewhere.connexion().id()).session();
        var show = trip.application().showAuthorizationSession();
        assertThat(show.handle(trip.operator(), session.id())).isEmpty();
        assertThat(show.handle(trip.operator(), AuthorizationSessionId.random()))
                .isEmpty();
    }
}
