package dev.connexions.web.shared;

import dev.connexions.application.shared.Precondition;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.RequestId;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request, as a handler sees it. */
public final class Call {

    private final Route route;
    private final ServerRequest request;
    private final RequestId id;
    private final Caller.@Nullable User caller;
    private final boolean keyed;
    private final Faults faults = new Faults();
    private byte @Nullable [] bytes;

    Call(Route route, ServerRequest request, RequestId id, Caller.@Nullable User caller, boolean keyed) {
        this.keyed = keyed;
        this.route = route;
        this.request = request;
        this.id = id;
        this.caller = caller;
    }

    public RequestId request() {
        return id;
    }

    /** Of an operation that is not public. */
    public Caller.User caller() {
        if (caller == null) {
            throw new IllegalStateException(route.path() + " is public and has no caller");
        }
        return caller;
    }

    /** This attempt at a request that came under an {@code Idempotency-Key}: nobody else has its id. */
    public Optional<RequestId> attempt() {
        return keyed ? Optional.of(caller().request()) : Optional.empty();
    }

    public String path() {
        return request.prologue().uriPath().rawPath();
    }

    public String pathParameter(String name) {
        return request.path().pathParameters().get(name);
    }

    /** The id in the path. */
    public UUID id() {
        return Values.canonicalUuid(pathParameter("id")).orElseThrow(Refusal::notFound);
    }

    /** Where the faults of this request gather; a handler that read everything calls {@link Faults#refuse}. */
    public Faults faults() {
        return faults;
    }

    /** The parameters, of which the operation knows all. */
    public Query query() {
        return new Query(parameters(), route.parameters(), faults);
    }

    /** For the addresses that others may add parameters to. */
    public Map<String, List<String>> parameters() {
        return QueryString.parse(request.query().rawValue());
    }

    public Body body(String... members) {
        Entity.requireJson(request);
        return Body.read(bytes(), Set.of(members), faults);
    }

    /** The members of a merge patch (RFC 7396) that may be named; see {@link Body#patched}. */
    public Body mergePatch(String... members) {
        Entity.requireMergePatch(request);
        return Body.read(bytes(), Set.of(members), faults);
    }

    /**
     * What {@code If-Match} demands: that the thing, as a GET would show it, still has one of the tags. Whoever changes a
     * thing passes this on to the use case, which asks once it has locked the thing.
     *
     * @param render the answer to a GET, tagged
     * @throws Refusal when the header cannot be read
     */
    public <T> Precondition<T> ifMatch(Function<T, Answer> render) {
        var headers = Exchange.all(request.headers(), HeaderNames.IF_MATCH);
        if (headers.isEmpty()) {
            return Precondition.none();
        }
        var wanted = EntityTags.parse(headers)
                .orElseThrow(() -> new Refusal(
                        ProblemType.MALFORMED_REQUEST, "If-Match is a list of quoted entity tags, or a star."));
        return current ->
                render.apply(current).tag().filter(wanted::matchStrongly).isPresent();
    }

    /** Of what is asked for, and by whom; whatever is not in it may differ in a repetition. */
    Digest fingerprint() {
        return AuditEntry.sha256(
                route.method(),
                path(),
                request.query().rawValue(),
                caller().id().value().toString(),
                HexFormat.of().formatHex(bytes()));
    }

    /** Of which methods {@code If-Match} counts. */
    static boolean mayDemand(String method) {
        return method.equals("PUT") || method.equals("PATCH") || method.equals("DELETE");
    }

    /** The body, which can be read only once. */
    byte[] bytes() {
        var known = bytes;
        if (known == null) {
            known = Entity.read(request);
            bytes = known;
        }
        return known;
    }

    /** What a page's form sends ({@code application/x-www-form-urlencoded}). */
    public Map<String, List<String>> form() {
        Entity.requireForm(request);
        return QueryString.parse(new String(bytes(), StandardCharsets.US_ASCII));
    }

    /** For an operation that takes no parameters. */
    public void refuseParameters() {
        query();
        faults.refuse();
    }

    /** For an operation that takes neither parameters nor a body: an empty object is as good as none. */
    public void refuseInput() {
        query();
        if (bytes().length > 0) {
            Entity.requireJson(request);
            Body.read(bytes(), Set.of(), faults);
        }
        faults.refuse();
    }

    /** Whether the caller would rather have a page than JSON; a plain tool that takes anything would not. */
    public boolean prefersHtml() {
        var accept = negotiated();
        return accept.quality("text/html") > accept.quality("application/json");
    }

    /** Of two media types the one that the caller likes better; the first when it likes both the same. */
    public String prefer(String first, String second) {
        var accept = negotiated();
        var ofFirst = accept.quality(first);
        var ofSecond = accept.quality(second);
        if (ofFirst == 0 && ofSecond == 0) {
            throw notAcceptable();
        }
        return ofSecond > ofFirst ? second : first;
    }

    void requireJsonAccepted() {
        if (accept().quality("application/json") == 0) {
            throw notAcceptable();
        }
    }

    /** The cookie's value, if the browser has exactly one of the name. */
    public Optional<String> cookie(String name) {
        var values = Exchange.all(request.headers(), HeaderNames.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private Accept negotiated() {
        Exchange.of(request).variesBy("Accept");
        return accept();
    }

    private Accept accept() {
        return Accept.of(Exchange.all(request.headers(), HeaderNames.ACCEPT));
    }

    private static Refusal notAcceptable() {
        return new Refusal(ProblemType.NOT_ACCEPTABLE, "Accept excludes every media type that this operation answers.");
    }
}
