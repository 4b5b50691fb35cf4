package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls Meta and tells an answer from a refusal, whatever the status says. Logs each call by method, host and path; never
 * its query, its body or its headers, which carry secrets. Safe for use by many threads.
 */
public final class GraphClient implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GraphClient.class.getName());

    private final GraphHttp http = new GraphHttp();

    /** @param bearer the token that speaks, when it does not stand in the query */
    public GraphReply get(URI address, SequencedMap<String, String> query, @Nullable String bearer, Deadline deadline) {
        var request = HttpRequest.newBuilder(withQuery(address, query)).GET();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request, deadline);
    }

    public GraphReply postForm(URI address, SequencedMap<String, String> form, Deadline deadline) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(form))),
                deadline);
    }

    public static URI withQuery(URI address, SequencedMap<String, String> query) {
        return URI.create(address + "?" + encode(query));
    }

    private GraphReply send(HttpRequest.Builder builder, Deadline deadline) {
        var request = builder.header("Accept", "application/json").build();
        var started = System.nanoTime();
        var reply = switch (http.send(request, deadline)) {
            case GraphHttp.Outcome.Answer(var answer) -> GraphErrors.read(answer.statusCode(), answer.body());
            case GraphHttp.Outcome.Nothing(var why) -> new GraphReply.Failed(new GraphFailure.NoAnswer(why));
        };
        log(request, reply, (System.nanoTime() - started) / 1_000_000);
        return reply;
    }

    private static void log(HttpRequest request, GraphReply reply, long millis) {
        var call =
                request.method() + " " + request.uri().getHost() + request.uri().getPath();
        switch (reply) {
            case GraphReply.Answered answered ->
                LOG.log(System.Logger.Level.DEBUG, "{0} answered in {1} ms", call, Long.toString(millis));
            case GraphReply.Failed(var why) ->
                LOG.log(
                        // what Meta rejects is as often the person's doing as anybody's fault
                        why instanceof GraphFailure.Rejected ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                        "{0} failed after {1} ms: {2}",
                        call,
                        Long.toString(millis),
                        why.summary());
        }
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> URLEncoder.encode(p.getKey(), UTF_8) + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }
}
