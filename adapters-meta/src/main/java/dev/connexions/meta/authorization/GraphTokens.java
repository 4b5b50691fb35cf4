package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Renewal at Meta, by HTTP. Only Instagram Login has it; tokens of Facebook Login are consented to anew. */
public final class GraphTokens implements InstagramTokens {

    private static final System.Logger LOG = System.getLogger(GraphTokens.class.getName());

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final GraphClient client;
    private final InstantSource clock;
    private final Duration limit;

    public GraphTokens(GraphClient client, InstantSource clock) {
        this(client, clock, LIMIT);
    }

    GraphTokens(GraphClient client, InstantSource clock, Duration limit) {
        this.client = client;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public Refresh refresh(LoginProduct product, AccessToken token) {
        if (product != LoginProduct.INSTAGRAM) {
            return failed(RenewalFailure.REFUSED, null);
        }
        // Meta documents this call as a GET with the token in its query; addresses are never logged here
        var call = GraphCall.get(product, "refresh_access_token")
                .from(GraphCall.Base.UNVERSIONED)
                .with("grant_type", "ig_refresh_token")
                .with("access_token", token.reveal());
        var asked = clock.instant();
        return switch (client.send(call, Deadline.in(limit))) {
            case GraphReply.Failed(var why) -> failed(why);
            case GraphReply.Answered(var body) -> read(body, asked);
        };
    }

    private static Refresh read(JsonNode body, Instant asked) {
        try {
            var renewed = LongLivedToken.read(body, asked);
            return new Refresh.Renewed(renewed.token(), renewed.lease());
        } catch (GarbledAnswerException garbled) {
            LOG.log(System.Logger.Level.WARNING, "Meta''s answer cannot be trusted: {0}", garbled.getMessage());
            return failed(RenewalFailure.UPSTREAM_INVALID, null);
        }
    }

    private static Refresh failed(MetaFailure why) {
        return switch (why) {
            case MetaFailure.TokenInvalid invalid -> failed(RenewalFailure.TOKEN_REFUSED, null);
            case MetaFailure.Checkpoint checkpoint -> failed(RenewalFailure.TOKEN_REFUSED, null);
            case MetaFailure.PermissionMissing missing -> failed(RenewalFailure.PERMISSION_MISSING, null);
            case MetaFailure.ThrottledUntil(var until, var evidence) -> failed(RenewalFailure.THROTTLED, until);
            case MetaFailure.Transient passing -> failed(RenewalFailure.UPSTREAM_FAILED, null);
            // a token that is too young, dead or of another kind: all of them get code 100
            case MetaFailure.Rejected rejected -> failed(RenewalFailure.REFUSED, null);
            case MetaFailure.Ambiguous(var sign) -> failed(sign);
            case MetaFailure.Outage(var kind) ->
                failed(
                        switch (kind) {
                            case UNREACHABLE, FAILED, SUSPENDED -> RenewalFailure.UPSTREAM_FAILED;
                            case TIMEOUT, CUT -> RenewalFailure.UPSTREAM_TIMEOUT;
                            case INVALID -> RenewalFailure.UPSTREAM_INVALID;
                        },
                        null);
        };
    }

    private static Refresh failed(RenewalFailure why, @Nullable Instant notBefore) {
        return new Refresh.Failed(why, notBefore);
    }
}
