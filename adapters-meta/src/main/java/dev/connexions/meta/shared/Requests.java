package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.domain.connexion.LoginProduct;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells calls in HTTP. */
final class Requests {

    /** Until an answer begins; what is left of the deadline is for the rest of it. */
    private static final Duration FIRST_BYTE = Duration.ofSeconds(8);

    private final @Nullable AppSecret facebookSecret;

    Requests(MetaSettings settings) {
        var facebook = settings.facebook();
        facebookSecret = facebook == null ? null : facebook.secret();
    }

    HttpRequest of(GraphCall call, URI address, Deadline deadline) {
        var parameters = parameters(call);
        var request = switch (call.method()) {
            case GET -> HttpRequest.newBuilder(withQuery(address, parameters)).GET();
            case DELETE ->
                HttpRequest.newBuilder(withQuery(address, parameters)).DELETE();
            case POST ->
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(parameters)));
        };
        var bearer = call.bearer();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer.reveal());
        }
        return request.header("Accept", "application/json")
                .timeout(firstByte(deadline))
                .build();
    }

    /** Until all bytes are there Meta has nothing to answer, so the deadline alone counts. */
    static HttpRequest of(GraphUpload upload, URI address) {
        var length = upload.size() - upload.offset();
        return HttpRequest.newBuilder(address)
                .header("Authorization", "OAuth " + upload.token().reveal())
                .header("offset", Long.toString(upload.offset()))
                .header("file_size", Long.toString(upload.size()))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(upload.rest()), length))
                .build();
    }

    /** What a call says, and with Facebook Login the proof that it is us who say it. */
    private SequencedMap<String, String> parameters(GraphCall call) {
        var parameters = new LinkedHashMap<>(call.parameters());
        var bearer = call.bearer();
        if (bearer != null && facebookSecret != null && call.product() == LoginProduct.FACEBOOK) {
            parameters.put("appsecret_proof", facebookSecret.proof(bearer.reveal()));
        }
        return parameters;
    }

    private static Duration firstByte(Deadline deadline) {
        var remaining = deadline.remaining();
        var patience = remaining.compareTo(FIRST_BYTE) < 0 ? remaining : FIRST_BYTE;
        // the JDK takes no time-out of zero; who has no time left is sent away before this matters
        return patience.isZero() ? Duration.ofNanos(1) : patience;
    }

    private static URI withQuery(URI address, Map<String, String> query) {
        return query.isEmpty() ? address : URI.create(address + "?" + encode(query));
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> URLEncoder.encode(p.getKey(), UTF_8) + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
