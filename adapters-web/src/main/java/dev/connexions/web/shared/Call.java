package dev.connexions.web.shared;

import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request, as a handler sees it. */
public final class Call {

    private final Route route;
    private final ServerRequest request;
    private final RequestId id;
    private final Caller.@Nullable User caller;
    private final Faults faults = new Faults();

    Call(Route route, ServerRequest request, RequestId id, Caller.@Nullable User caller) {
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
        return Body.read(Entity.json(request), Set.of(members), faults);
    }

    /** For an operation that takes no parameters. */
    public void refuseParameters() {
        query();
        faults.refuse();
    }

    /** For an operation that takes neither parameters nor a body: an empty object is as good as none. */
    public void refuseInput() {
        query();
        var bytes = Entity.read(request);
        if (bytes.length > 0) {
            Entity.requireJson(request);
            Body.read(bytes, Set.of(), faults);
        }
        faults.refuse();
    }

    /** Whether the caller would rather have a page than JSON; a plain tool that takes anything would not. */
    public boolean prefersHtml() {
        var accept = accept();
        return accept.quality("text/html") > accept.quality("application/json");
    }

    /** Of two media types the one that the caller likes better; the first when it likes both the same. */
    public String prefer(String first, String second) {
        var accept = accept();
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

    private Accept accept() {
        return Accept.of(Exchange.all(request.headers(), HeaderNames.ACCEPT));
    }

    private static Refusal notAcceptable() {
        return new Refusal(ProblemType.NOT_ACCEPTABLE, "Accept excludes every media type that this operation answers.");
    }
}
