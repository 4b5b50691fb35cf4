package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphFailure;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Renewal at Meta, by HTTP. Only Instagram Login has it; tokens of Facebook Login are consented to anew. */
public final class GraphTokens implements InstagramTokens, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GraphTokens.class.getName());

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final GraphClient client = new GraphClient();
    private final @Nullable URI endpoint;
    private final InstantSource clock;
    private final Duration limit;

    public GraphTokens(MetaSettings settings, InstantSource clock) {
        this(settings, clock, LIMIT);
    }

    GraphTokens(MetaSettings settings, InstantSource clock, Duration limit) {
        var app = settings.instagram();
        this.endpoint = app == null ? null : URI.create(app.graphUrl() + "/refresh_access_token");
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public Refresh refresh(LoginProduct product, AccessToken token) {
        if (endpoint == null || product != LoginProduct.INSTAGRAM) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the login product {0} is not configured, or knows no renewal",
                    product.code());
            return failed(RenewalFailure.UPSTREAM_FAILED);
        }
        // Meta documents this call as a GET with the token in its query; addresses are never logged here
        var query = new LinkedHashMap<String, String>();
        query.put("grant_type", "ig_refresh_token");
        query.put("access_token", token.reveal());
        var asked = clock.instant();
        return switch (client.get(endpoint, query, null, Deadline.in(limit))) {
            case GraphReply.Failed(var why) -> failed(reason(why));
            case GraphReply.Answered(var body) -> read(body, asked);
        };
    }

    private static Refresh read(JsonNode body, Instant asked) {
        try {
            var renewed = LongLivedToken.read(body, asked);
            return new Refresh.Renewed(renewed.token(), renewed.lease());
        } catch (GarbledAnswerException garbled) {
            LOG.log(System.Logger.Level.WARNING, "Meta''s answer cannot be trusted: {0}", garbled.getMessage());
            return failed(RenewalFailure.UPSTREAM_INVALID);
        }
    }

    private static RenewalFailure reason(GraphFailure why) {
        return switch (why) {
            case GraphFailure.NoAnswer none -> RenewalFailure.UPSTREAM_TIMEOUT;
            case GraphFailure.Unintelligible garbage -> RenewalFailure.UPSTREAM_INVALID;
            case GraphFailure.Outage outage -> RenewalFailure.UPSTREAM_FAILED;
            case GraphFailure.Throttled throttled -> RenewalFailure.THROTTLED;
            case GraphFailure.TokenRefused refused -> RenewalFailure.TOKEN_REFUSED;
            case GraphFailure.PermissionRefused refused -> RenewalFailure.PERMISSION_MISSING;
            // a token that is too young, dead or of another kind: all of them get code 100
            case GraphFailure.Rejected rejected -> RenewalFailure.REFUSED;
        };
    }

    private static Refresh failed(RenewalFailure why) {
        return new Refresh.Failed(why, null);
    }

    @Override
    public void close() {
        client.close();
    }
}
