package dev.connexions.web.shared;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Permission;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where every operation is declared, once. What holds for all of them is done here and nowhere else: who calls, whether
 * it may, what it accepts, HEAD, OPTIONS, and the methods that a path does not have.
 */
public final class Api {

    private static final HeaderName PREFLIGHT = HeaderNames.create("Access-Control-Request-Method");

    private final Gate gate;
    private final Once once;
    private final Reach reach;
    private final RefuseAccess refuseAccess;
    private final List<Route> routes = new ArrayList<>();

    public Api(Gate gate, Once once, RefuseAccess refuseAccess, ActAsAdministrator actAsAdministrator) {
        this.gate = gate;
        this.reach = new Reach(actAsAdministrator);
        this.once = once;
        this.refuseAccess = refuseAccess;
    }

    public void get(String path, Access access, Handler handler, String... parameters) {
        routes.add(new Route("GET", path, access, Set.of(parameters), handler));
    }

    public void post(String path, Access access, Handler handler) {
        routes.add(new Route("POST", path, access, Set.of(), handler));
    }

    public void put(String path, Access access, Handler handler) {
        routes.add(new Route("PUT", path, access, Set.of(), handler));
    }

    /** With a merge patch. */
    public void patch(String path, Access access, Handler handler) {
        routes.add(new Route("PATCH", path, access, Set.of(), handler));
    }

    public void delete(String path, Access access, Handler handler) {
        routes.add(new Route("DELETE", path, access, Set.of(), handler));
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    public void contribute(HttpRouting.Builder routing) {
        var methods = new LinkedHashMap<String, TreeSet<String>>();
        for (var route : routes) {
            routing.route(
                    Method.create(route.method()),
                    route.path(),
                    (request, response) -> serve(route, request, response));
            var allowed = methods.computeIfAbsent(route.path(), path -> new TreeSet<>(Set.of("OPTIONS")));
            allowed.add(route.method());
            if (route.method().equals("GET")) {
                routing.head(route.path(), (request, response) -> serve(route, request, response));
                allowed.add("HEAD");
            }
        }
        // after all of the above, so that only the other methods come here
        for (Map.Entry<String, TreeSet<String>> each : methods.entrySet()) {
            var allow = String.join(", ", each.getValue());
            routing.any(each.getKey(), (request, response) -> otherMethod(each.getKey(), allow, request, response));
        }
    }

    private void serve(Route route, ServerRequest request, ServerResponse response) {
        var exchange = Exchange.of(request);
        exchange.matched(route.path());
        var caller = switch (route.access()) {
            case Access.Everybody everybody -> null;
            case Access.AnyCredential any -> admit(exchange, request);
            case Access.With with -> admit(exchange, request);
        };
        if (caller == null) {
            var call = new Call(route, request, exchange.request(), null, false);
            Answers.send(request, response, route.handler().handle(call));
            return;
        }
        var key =
                route.method().equals("POST") ? IdempotencyKey.of(request.headers()) : Optional.<IdempotencyKey>empty();
        // a caller may send one request id twice, but by its traces an attempt must be told from every other
        var known = key.isEmpty() ? caller : caller.under(exchange.request().attempt());
        var asked = new Call(route, request, exchange.request(), known, key.isPresent());
        mustBePermitted(route, caller, asked);
        asked.requireJsonAccepted();
        var acting = reach.of(route, known, request.headers(), asked);
        var call = new Call(route, request, exchange.request(), acting, key.isPresent());
        var answer = key.isEmpty() ? route.handler().handle(call) : once.answer(key.get(), call, route.handler());
        Answers.send(request, response, answer);
    }

    private Caller.User admit(Exchange exchange, ServerRequest request) {
        var caller = gate.admit(
                Exchange.all(request.headers(), HeaderNames.AUTHORIZATION), Exchange.peer(request), exchange.request());
        exchange.calledBy(caller.id());
        return caller;
    }

    private void mustBePermitted(Route route, Caller.User caller, Call call) {
        if (!(route.access() instanceof Access.With(var permission)) || caller.may(permission)) {
            return;
        }
        // who asks for another organisation's connexion learns no more than who asks for none
        if (route.isOfConnexion()) {
            var command = new RefuseAccess.Command(new ConnexionId(call.id()), permission);
            switch (refuseAccess.handle(caller, command)) {
                case RefuseAccess.Result.NotFound none -> throw Refusal.notFound();
                case RefuseAccess.Result.Refused refused -> throw lacking(caller, permission);
            }
        }
        throw lacking(caller, permission);
    }

    private static Refusal lacking(Caller.User caller, Permission permission) {
        SecurityLog.refused("lacks_" + permission.code(), caller.request(), caller.id());
        return new Refusal(
                ProblemType.INSUFFICIENT_PERMISSION, "The credential lacks the permission " + permission.code() + ".");
    }

    private static Answer options(Exchange exchange, String allow, ServerRequest request) {
        var answer = Answer.empty(204).with("Allow", allow);
        if (allow.contains("PATCH")) {
            answer = answer.with("Accept-Patch", Entity.MERGE_PATCH_TYPE);
        }
        if (exchange.crossOrigin().isEmpty() || !request.headers().contains(PREFLIGHT)) {
            return answer;
        }
        exchange.variesBy("Access-Control-Request-Method");
        exchange.variesBy("Access-Control-Request-Headers");
        return Cors.preflight(answer, allow);
    }

    private static void otherMethod(String path, String allow, ServerRequest request, ServerResponse response) {
        Exchange.of(request).matched(path);
        if (request.prologue().method().equals(Method.OPTIONS)) {
            Answers.send(request, response, options(Exchange.of(request), allow, request));
            return;
        }
        throw new Refusal(ProblemType.METHOD_NOT_ALLOWED, "This path allows " + allow + ".").with("Allow", allow);
    }
}
