package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.application.testing.Scene;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A scene, and the steps of the way through consent. */
record Trip(Scene scene) {

    /** A browser that was sent to Meta. */
    record Browser(OneTimeSecret secret, OneTimeSecret state) {}

    static Trip create() {
        return new Trip(Scene.create());
    }

    Trip elsewhere() {
        return new Trip(scene.elsewhere());
    }

    Trip on(InMemoryApplication other) {
        return new Trip(scene.on(other));
    }

    InMemoryApplication application() {
        return scene.application();
    }

    Caller.User operator() {
        return scene.operator();
    }

    Connexion connexion() {
        return scene.connexion();
    }

    Connexion find(ConnexionId id) {
        return scene.find(id).orElseThrow();
    }

    AuthorizationSession find(AuthorizationSessionId id) {
        return application()
                .showAuthorizationSession()
                .handle(operator(), id)
                .map(ShownSession::session)
                .orElseThrow();
    }

    TokenVault.Opened token(ConnexionId id) {
        return scene.token(id);
    }

    List<AuditTrail.Read> audit() {
        return scene.audit();
    }

    OpenAuthorizationSession.Result.Opened open(ConnexionId connexion) {
        return open(connexion, LoginProduct.INSTAGRAM);
    }

    OpenAuthorizationSession.Result.Opened open(ConnexionId connexion, LoginProduct product) {
        var command = new OpenAuthorizationSession.Command(connexion, product, null, null);
        return (OpenAuthorizationSession.Result.Opened)
                application().openAuthorizationSession().handle(operator(), command);
    }

    BeginConsent.Result visit(OneTimeSecret link, boolean press) {
        return application().beginConsent().handle(new BeginConsent.Command(link, press, RequestId.random()));
    }

    Browser press(OneTimeSecret link) {
        var sent = (BeginConsent.Result.SentToMeta) visit(link, true);
        return new Browser(
                sent.browser(), application().instagram().asked().getLast().state());
    }

    CompleteAuthorization.Result comeBack(Browser browser, Code code) {
        return comeBack(browser, new CompleteAuthorization.Answer.Consented(code));
    }

    CompleteAuthorization.Result comeBack(Browser browser, CompleteAuthorization.Answer answer) {
        return application()
                .completeAuthorization()
                .handle(new CompleteAuthorization.Command(
                        browser.state(), browser.secret(), answer, RequestId.random()));
    }

    Code consent(Account account) {
        return application().instagram().consent(account, Fixtures.allScopes());
    }

    /** The whole way. */
    CompleteAuthorization.Result connect(ConnexionId connexion, Account account) {
        return comeBack(press(open(connexion).link()), consent(account));
    }

    EraseConnexion.Result erase(ConnexionId connexion) {
        return application().eraseConnexion().handle(operator(), new EraseConnexion.Command(connexion));
    }

    /** Somebody with a few Pages, and Facebook Login to show them. */
    Owner facebook() {
        application().instagram().offers(Set.of(LoginProduct.INSTAGRAM, LoginProduct.FACEBOOK));
        return new Owner(this, "app-scoped-" + UUID.randomUUID());
    }
}
