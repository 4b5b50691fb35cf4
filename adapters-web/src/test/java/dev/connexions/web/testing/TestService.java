package dev.connexions.web.testing;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.Connecting;
import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.authorization.Links;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.ShowConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.idempotency.BeginRequest;
import dev.connexions.application.idempotency.FinishRequest;
import dev.connexions.application.quota.ReleaseReservation;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.quota.ShowQuota;
import dev.connexions.application.quota.ShowReservation;
import dev.connexions.application.quota.SpendReservation;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.WhoAmI;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.FakeTokens;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.web.UseCases;
import dev.connexions.web.WebAdapter;
import dev.connexions.web.WebSettings;
import dev.connexions.web.connexion.ConnexionRoutes;
import dev.connexions.web.identity.Authentication;
import dev.connexions.web.identity.TokenKeys;
import dev.connexions.web.identity.TokenRules;
import dev.connexions.web.quota.QuotaRoutes;
import dev.connexions.web.shared.Gate;
import dev.connexions.web.shared.RequestObserver;
import dev.connexions.web.shared.Route;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** The web adapter over use cases in memory, on a socket of its own. */
public final class TestService implements AutoCloseable {

    /** What a return address may continue. */
    public static final URI PLATFORM = URI.create("https://platform.example/connected");

    public static final URI PUBLIC_URL = URI.create("https://connexions.example");

    private static final class Shared {
        static final TestService INSTANCE = new Builder().start();
    }

    public static final class Builder {
        private URI publicUrl = PUBLIC_URL;
        private List<String> corsOrigins = List.of();
        private TokenRules rules = TokenRules.of(new TokenKeys.SharedSecret(Tokens.SECRET));
        private UnaryOperator<Transactions> transactions = UnaryOperator.identity();
        private RequestObserver observer = RequestObserver.NONE;

        public Builder publicUrl(String url) {
            publicUrl = URI.create(url);
            return this;
        }

        public Builder corsOrigins(String... origins) {
            corsOrigins = List.of(origins);
            return this;
        }

        public Builder rules(TokenRules changed) {
            rules = changed;
            return this;
        }

        /** For what goes wrong in a database. */
        public Builder transactions(UnaryOperator<Transactions> around) {
            transactions = around;
            return this;
        }

        public Builder observer(RequestObserver listening) {
            observer = listening;
            return this;
        }

        public TestService start() {
            return new TestService(this);
        }
    }

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final SettableTime realClock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakeInstagram instagram = new FakeInstagram(store, clock);
    private final FakeTokens tokens = new FakeTokens(store, clock);
    private final WebAdapter adapter;
    private final WebServer server;

    private TestService(Builder builder) {
        Gate gate = new Authentication(builder.rules, realClock);
        var transactions = builder.transactions.apply(store.transactions());
        adapter = new WebAdapter(
                new WebSettings(builder.publicUrl, builder.corsOrigins),
                useCases(transactions),
                gate,
                new TestSeal(),
                clock,
                builder.observer);
        server = adapter.configure(WebServer.builder().featuresDiscoverServices(false))
                .host("127.0.0.1")
                .port(0)
                .routing(adapter::contribute)
                .build()
                .start();
    }

    /** One for all tests that leave its clocks alone: each makes an organisation of its own. */
    public static TestService shared() {
        return Shared.INSTANCE;
    }

    public Client client() {
        return new Client(server.port());
    }

    public List<Route> routes() {
        return adapter.routes();
    }

    public int port() {
        return server.port();
    }

    /** By which the service goes. */
    public SettableTime clock() {
        return clock;
    }

    /** By which tokens are judged. */
    public SettableTime realClock() {
        return realClock;
    }

    public InMemoryStore store() {
        return store;
    }

    public FakeInstagram instagram() {
        return instagram;
    }

    public FakeTokens tokens() {
        return tokens;
    }

    @Override
    public void close() {
        server.stop();
    }

    private UseCases useCases(Transactions transactions) {
        var connexions = store.connexions();
        var sessions = store.sessions();
        var audit = store.audit();
        var quotas = store.quotas();
        var links = new Links(
                connexions,
                store.grants(),
                store.consents(),
                store.siblings(),
                store.vault(),
                audit,
                RenewalPolicy.DEFAULT);
        var connecting = new Connecting(
                transactions,
                sessions,
                connexions,
                store.consents(),
                links,
                store.revocations(),
                audit,
                instagram,
                clock);
        var choose = new ChooseAccount(transactions, sessions, connexions, connecting, clock);
        return new UseCases(
                new WhoAmI(transactions),
                new ConnexionRoutes.UseCases(
                        new CreateConnexion(transactions, connexions, audit, clock),
                        new ShowConnexion(store.reads(transactions)),
                        new ListConnexions(store.reads(transactions), clock),
                        new SwitchConnexion(transactions, connexions, audit, clock),
                        new UpdateConnexion(transactions, connexions, audit, clock),
                        new EraseConnexion(
                                transactions, connexions, sessions, store.grants(), store.revocations(), audit, clock)),
                new OpenAuthorizationSession(
                        transactions, connexions, sessions, audit, instagram, new ReturnUrls(List.of(PLATFORM)), clock),
                new ShowAuthorizationSession(transactions, sessions, connexions),
                new BeginConsent(transactions, sessions, connexions, instagram, clock),
                new CompleteAuthorization(transactions, sessions, connecting, instagram, clock),
                choose,
                new ChooseInBrowser(transactions, sessions, choose, clock),
                new ShowGrant(transactions, store.grants(), connexions),
                new ReadAccessToken(transactions, connexions, store.vault(), audit, clock),
                new ReadAuditTrail(transactions, connexions::has, audit),
                new RefuseAccess(transactions, connexions::has, audit, clock),
                new ActAsAdministrator(transactions, store.owners(), audit, clock),
                new QuotaRoutes.UseCases(
                        InMemoryApplication.DAY,
                        new ShowQuota(transactions, quotas, InMemoryApplication.DAY, clock),
                        new SetDailyLimit(transactions, connexions, quotas, audit, InMemoryApplication.DAY, clock),
                        new ReserveQuota(
                                store.quotaLedger(), transactions, quotas, audit, InMemoryApplication.DAY, clock),
                        new ShowReservation(transactions, quotas, InMemoryApplication.DAY, clock),
                        new SpendReservation(transactions, quotas, InMemoryApplication.DAY, clock),
                        new ReleaseReservation(transactions, quotas, InMemoryApplication.DAY, clock)),
                new RefreshToken(
                        transactions,
                        connexions,
                        store.vault(),
                        store.renewals(),
                        audit,
                        tokens,
                        RenewalPolicy.DEFAULT,
                        clock),
                new BeginRequest(transactions, store.requests(), audit, quotas, clock),
                new FinishRequest(transactions, store.requests(), clock));
    }
}
