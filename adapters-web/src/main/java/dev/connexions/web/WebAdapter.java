package dev.connexions.web;

import dev.connexions.web.audit.AuditRoutes;
import dev.connexions.web.authorization.CallbackRoutes;
import dev.connexions.web.authorization.ChoiceRoutes;
import dev.connexions.web.authorization.GrantRoutes;
import dev.connexions.web.authorization.SessionRoutes;
import dev.connexions.web.authorization.StartRoutes;
import dev.connexions.web.connexion.ConnexionRoutes;
import dev.connexions.web.connexion.RefreshRoutes;
import dev.connexions.web.documentation.DocumentationRoutes;
import dev.connexions.web.identity.MeRoutes;
import dev.connexions.web.quota.QuotaRoutes;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Cors;
import dev.connexions.web.shared.Gate;
import dev.connexions.web.shared.Once;
import dev.connexions.web.shared.Pages;
import dev.connexions.web.shared.Problems;
import dev.connexions.web.shared.RequestFilter;
import dev.connexions.web.shared.RequestObserver;
import dev.connexions.web.shared.Route;
import dev.connexions.web.shared.Seal;
import dev.connexions.web.shared.UnreadRequests;
import dev.connexions.web.token.AccessTokenRoutes;
import io.helidon.http.HttpLogConfig;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Everything that the public listener serves. Ports, other listeners and the life of the server are the wiring's. */
public final class WebAdapter {

    private static final long MAX_PAYLOAD_BYTES = 1 << 20;
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(15);

    // Above our own limits, so that what is between the two is answered and not cut off.
    private static final int MAX_REQUEST_LINE_BYTES = 16 << 10;
    private static final int MAX_HEADER_BYTES = 64 << 10;

    private final Api api;
    private final RequestObserver observer;
    private final Cors cors;

    /** @param clock the service's, by which a token is expired; the gate has its own */
    public WebAdapter(
            WebSettings settings,
            UseCases useCases,
            Gate gate,
            Seal seal,
            InstantSource clock,
            RequestObserver observer) {
        this.observer = observer;
        cors = new Cors(settings.corsOrigins());
        api = new Api(
                gate,
                new Once(useCases.beginRequest(), useCases.finishRequest(), seal),
                useCases.refuseAccess(),
                useCases.actAsAdministrator());
        var publicUrl = settings.publicUrl();
        var pages = new Pages(publicUrl, seal);
        new MeRoutes(useCases.whoAmI()).declare(api);
        new ConnexionRoutes(useCases.connexions(), publicUrl, pages, clock).declare(api);
        new SessionRoutes(useCases.openSession(), useCases.showSession(), useCases.chooseAccount(), publicUrl, clock)
                .declare(api);
        new GrantRoutes(useCases.showGrant()).declare(api);
        new StartRoutes(useCases.beginConsent(), publicUrl).declare(api);
        new CallbackRoutes(useCases.completeAuthorization(), publicUrl, clock).declare(api);
        new ChoiceRoutes(useCases.chooseInBrowser(), publicUrl).declare(api);
        new AccessTokenRoutes(useCases.readAccessToken()).declare(api);
        new AuditRoutes(useCases.readAuditTrail(), pages).declare(api);
        new QuotaRoutes(useCases.quota(), publicUrl, clock).declare(api);
        new RefreshRoutes(useCases.refreshToken(), clock).declare(api);
        new DocumentationRoutes().declare(api);
    }

    /** For the routing of the public listener; nothing of it needs features, so others may be added. */
    public void contribute(HttpRouting.Builder routing) {
        routing.addFilter(new RequestFilter(observer, cors));
        Problems.contribute(routing);
        api.contribute(routing);
    }

    /** Limits and time-outs of the public listener, and how it refuses what it cannot read. */
    public <B extends ListenerConfig.BuilderBase<B, ?>> B configure(B listener) {
        return listener.maxPayloadSize(MAX_PAYLOAD_BYTES)
                .idleConnectionTimeout(IDLE_TIMEOUT)
                .idleConnectionPeriod(IDLE_CHECK)
                // Nagle's algorithm and delayed acknowledgements together cost an answer 40 ms
                .connectionOptions(options -> options.tcpNoDelay(true))
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(MAX_REQUEST_LINE_BYTES)
                        .maxHeadersSize(MAX_HEADER_BYTES)
                        // they would print whole requests, tokens included, to whoever turns their level up
                        .log(HttpLogConfig.builder()
                                .receiveLog(false)
                                .sendLog(false)
                                .build())
                        .build())
                .directHandlers(new UnreadRequests(cors).handlers());
    }

    public List<Route> routes() {
        return api.routes();
    }
}
