package dev.connexions.bootstrap.wiring;

import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.settings.Settings.Listener;
import dev.connexions.db.schema.SafetyCheck;
import dev.connexions.db.shared.Database;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.web.WebAdapter;
import dev.connexions.web.WebSettings;
import dev.connexions.web.identity.Authentication;
import dev.connexions.web.shared.Seal;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.service.registry.Services;
import io.helidon.webserver.WebServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The service, running: everything it is made of, in the order it is built; closed in reverse. */
public final class Application implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Application.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Where the time comes from. */
    @FunctionalInterface
    public interface TimeSource {
        InstantSource of(Database database);
    }

    private enum Phase {
        STARTING,
        SERVING,
        STOPPING
    }

    private final Settings settings;
    private final Opened opened;
    private final AtomicReference<Phase> phase;
    private final AdminServer admin;
    private final Background background;

    private Application(
            Settings settings, Opened opened, AtomicReference<Phase> phase, AdminServer admin, Background background) {
        this.settings = settings;
        this.opened = opened;
        this.phase = phase;
        this.admin = admin;
        this.background = background;
    }

    /**
     * @param time what the service takes its time from, to the microsecond, once it has its database
     * @param real by which callers' tokens are judged: their issuer knows no other
     * @throws StartRefusedException naming what to mend
     */
    public static Application start(Settings settings, TimeSource time, InstantSource real) {
        var opened = new Opened();
        try {
            refuseWhatMetaDoesNotAnswer(settings, real.instant());
            var keys = KeyRing.load(settings.keysFile());
            var database = opened.add(Database.open(Wires.database(settings)));
            refuseUnsafe(database, settings);
            var clock = time.of(database);
            var graph = opened.add(new GraphClient(Wires.meta(settings), clock));
            var meta = MetaPorts.over(graph, Wires.meta(settings), clock);
            var transactions = database.transactions(settings.systemUser());
            var policy = new RenewalPolicy(settings.background().refreshWindow());
            var useCases = UseCasesOf.the(
                    transactions,
                    database.queries(settings.systemUser()),
                    keys,
                    meta.login(),
                    meta.tokens(),
                    policy,
                    new ReturnUrls(settings.returnUrls()),
                    clock,
                    new CivilDay(settings.quotaZone()));
            var metrics = Services.get(MeterRegistry.class);
            opened.add(MetaMetrics.register(metrics, graph.health(), Wires.meta(settings), clock));
            var web = new WebAdapter(
                    new WebSettings(settings.publicUrl(), settings.corsOrigins()),
                    useCases,
                    new Authentication(Wires.tokenRules(settings.jwt()), real),
                    seal(keys),
                    clock,
                    new RequestMetrics(metrics));

            var phase = new AtomicReference<>(Phase.STARTING);
            var admin = opened.add(AdminServer.start(
                    settings.admin(),
                    metrics,
                    () -> phase.get() != Phase.STARTING,
                    () -> phase.get() == Phase.SERVING && database.isUp()));
            var background = opened.add(
                    new Background(TurnsOf.the(transactions, keys, meta.login(), meta.tokens(), policy, clock)));
            var server = serve(settings.http(), web);
            opened.add(server::stop);
            if (settings.background().on()) {
                background.start(database);
            }
            phase.set(Phase.SERVING);
            LOG.log(
                    Level.INFO,
                    "serving {0} on {1}:{2}, health and metrics on {3}:{4}",
                    settings.publicUrl(),
                    settings.http().host(),
                    Integer.toString(server.port()),
                    settings.admin().host(),
                    Integer.toString(admin.port()));
            return new Application(settings, opened, phase, admin, background);
        } catch (RuntimeException | Error e) {
            opened.abandon(e);
            throw e;
        }
    }

    public URI publicUrl() {
        return settings.publicUrl();
    }

    public URI adminUrl() {
        return URI.create("http://" + settings.admin().host() + ":" + admin.port());
    }

    public Background background() {
        return background;
    }

    /** Readiness goes first; requests in flight finish; then everything closes, the database last. */
    @Override
    public void close() {
        phase.set(Phase.STOPPING);
        opened.close();
        LOG.log(Level.INFO, "stopped");
    }

    private static void refuseUnsafe(Database database, Settings settings) {
        try {
            var findings = SafetyCheck.run(database, settings.systemUser());
            if (!findings.isEmpty()) {
                throw new StartRefusedException("the database is not safe to serve from: "
                        + findings.stream()
                                .map(finding -> finding.what() + " (" + finding.mend() + ")")
                                .collect(Collectors.joining("; ")));
            }
        } catch (DatabaseUnavailableException down) {
            throw new StartRefusedException(
                    "the database at " + settings.database().url() + " does not let "
                            + settings.database().user() + " in",
                    down);
        }
    }

    private static void refuseWhatMetaDoesNotAnswer(Settings settings, Instant now) {
        var known = MetaKnowledge.of(settings.meta().graphVersion(), now);
        switch (known.verdict()) {
            case GOOD -> {}
            case SOON -> LOG.log(Level.WARNING, known.text());
            case BAD -> throw new StartRefusedException(known.text());
        }
    }

    private static WebServer serve(Listener listener, WebAdapter web) {
        var server = web.configure(WebServer.builder()
                        .host(listener.host())
                        .port(listener.port())
                        .shutdownHook(false)
                        .shutdownGracePeriod(GRACE)
                        .featuresDiscoverServices(false))
                .routing(web::contribute)
                .build();
        return Listening.start(server, listener);
    }

    private static Seal seal(KeyRing keys) {
        return new Seal() {
            @Override
            public byte[] seal(byte[] plain, byte[] associated) {
                return keys.seal(plain, associated);
            }

            @Override
            public Optional<byte[]> open(byte[] sealed, byte[] associated) {
                return keys.open(sealed, associated);
            }
        };
    }
}
