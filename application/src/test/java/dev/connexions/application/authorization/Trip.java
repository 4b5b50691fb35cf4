package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.util.List;

/** One organisation, its operator, and the steps of the way through consent. */
record Trip(InMemoryApplication application, Caller.User operator, OrganisationId organisation) {

    /** A browser that was sent to Meta. */
    record Browser(OneTimeSecret secret, OneTimeSecret state) {}

    static Trip of(InMemoryApplication application) {
        var organisation = Fixtures.organisation();
        return new Trip(application, application.store().operator(organisation), organisation);
    }

    static Trip create() {
        return of(InMemoryApplication.create());
    }

    Trip on(InMemoryApplication other) {
        return new Trip(other, operator, organisation);
    }

    Connexion connexion() {
        return application
                .store()
                .transactions()
                .in(operator, tx -> application.store().connexions().add(tx, Fixtures.newConnexion(organisation)));
    }

    Connexion find(ConnexionId id) {
        return application.showConnexion().handle(operator, id).orElseThrow();
    }

    AuthorizationSession find(AuthorizationSessionId id) {
        return application.showAuthorizationSession().handle(operator, id).orElseThrow();
    }

    TokenVault.Opened token(ConnexionId id) {
        var store = application.store();
        return store.transactions().in(operator, tx -> store.vault().open(tx, id));
    }

    /** Newest first. */
    List<AuditTrail.Read> audit() {
        var store = application.store();
        return store.transactions().in(operator, tx -> store.audit().read(tx, null, null, 1000));
    }

    List<Action> actions() {
        return audit().stream().map(read -> read.entry().action()).toList();
    }

    OpenAuthorizationSession.Result.Opened open(ConnexionId connexion) {
        var command = new OpenAuthorizationSession.Command(connexion, LoginProduct.INSTAGRAM, null, null);
        return (OpenAuthorizationSession.Result.Opened)
                application.openAuthorizationSession().handle(operator, command);
    }

    BeginConsent.Result visit(OneTimeSecret link, boolean press) {
        return application.beginConsent().handle(new BeginConsent.Command(link, press, RequestId.random()));
    }

    Browser press(OneTimeSecret link) {
        var sent = (BeginConsent.Result.SentToMeta) visit(link, true);
        return new Browser(
                sent.browser(), application.instagram().asked().getLast().state());
    }

    CompleteAuthorization.Result comeBack(Browser browser, Code code) {
        return comeBack(browser, new CompleteAuthorization.Answer.Consented(code));
    }

    CompleteAuthorization.Result comeBack(Browser browser, CompleteAuthorization.Answer answer) {
        return application
                .completeAuthorization()
                .handle(new CompleteAuthorization.Command(
                        browser.state(), browser.secret(), answer, RequestId.random()));
    }

    Code consent(Account account) {
        return application.instagram().consent(account, Fixtures.allScopes());
    }

    /** The whole way. */
    CompleteAuthorization.Result connect(ConnexionId connexion, Account account) {
        return comeBack(press(open(connexion).link()), consent(account));
    }
}
