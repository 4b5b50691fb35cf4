package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.CompleteAuthorization.Answer;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who touches a connexion and its sessions takes the connexion first, or an erasure and a consent would deadlock. */
class LockOrderTest {

    private final Trip trip = Trip.create();
    private final List<String> touched = new ArrayList<>();
    private final Connexions connexions =
            noting(Connexions.class, trip.application().store().connexions());
    private final AuthorizationSessions sessions =
            noting(AuthorizationSessions.class, trip.application().store().sessions());

    @Test
    void takesTheConnexionFirstToComplete() {
        var browser = trip.press(trip.open(trip.connexion().id()).link());
        var code = trip.consent(Fixtures.account());
        complete(browser, new Answer.Consented(code));
        assertThat(touched)
                .startsWith("AuthorizationSessions.lock", "AuthorizationSessions.save")
                .containsSubsequence("Connexions.lock", "AuthorizationSessions.lock", "Connexions.save");
    }

    @Test
    void takesTheConnexionFirstToFail() {
        var browser = trip.press(trip.open(trip.connexion().id()).link());
        complete(browser, new Answer.Denied());
        assertThat(touched)
                .containsExactly(
                        "AuthorizationSessions.lock",
                        "AuthorizationSessions.save",
                        "Connexions.lock",
                        "AuthorizationSessions.lock",
                        "AuthorizationSessions.save");
    }

    @Test
    void takesTheConnexionFirstToChoose() {
        var person = trip.facebook();
        var choosing = person.choosing(trip.connexion().id());
        new ChooseAccount(
                        trip.application().transactions(),
                        sessions,
                        connexions,
                        connecting(),
                        trip.application().clock())
                .handle(trip.operator(), new ChooseAccount.Command(choosing.id(), person.first()));
        assertThat(touched)
                .containsExactly(
                        "Connexions.lock",
                        "AuthorizationSessions.lock",
                        "AuthorizationSessions.save",
                        "Connexions.lock",
                        "AuthorizationSessions.lock",
                        "Connexions.save",
                        "AuthorizationSessions.save");
    }

    @Test
    void takesTheConnexionFirstToOpen() {
        var connexion = trip.connexion().id();
        trip.open(connexion);
        new OpenAuthorizationSession(
                        trip.application().transactions(),
                        connexions,
                        sessions,
                        trip.application().store().audit(),
                        trip.application().instagram(),
                        trip.application().returnUrls(),
                        trip.application().clock())
                .handle(
                        trip.operator(),
                        new OpenAuthorizationSession.Command(connexion, LoginProduct.INSTAGRAM, null, null));
        assertThat(touched)
                .containsExactly("Connexions.lock", "AuthorizationSessions.save", "AuthorizationSessions.save");
    }

    private void complete(Trip.Browser browser, Answer answer) {
        var application = trip.application();
        new CompleteAuthorization(
                        application.transactions(),
                        sessions,
                        connecting(),
                        application.instagram(),
                        application.clock())
                .handle(new CompleteAuthorization.Command(
                        browser.state(), browser.secret(), answer, RequestId.random()));
    }

    private Connecting connecting() {
        var application = trip.application();
        var links = new Links(
                connexions,
                application.store().grants(),
                application.store().consents(),
                application.store().siblings(),
                application.store().vault(),
                application.store().audit(),
                RenewalPolicy.DEFAULT);
        return new Connecting(
                application.transactions(),
                sessions,
                connexions,
                application.store().consents(),
                links,
                application.store().revocations(),
                application.store().audit(),
                application.instagram(),
                application.clock());
    }

    /** The same port, which notes each lock and each save. */
    private <T> T noting(Class<T> port, T inner) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, with) -> {
            if (method.getName().equals("lock") || method.getName().equals("save")) {
                touched.add(port.getSimpleName() + "." + method.getName());
            }
            try {
                return method.invoke(inner, with);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }
}
