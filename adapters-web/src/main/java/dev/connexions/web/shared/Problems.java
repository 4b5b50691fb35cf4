package dev.connexions.web.shared;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.shared.StaleException;
import dev.connexions.domain.shared.RequestId;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/** Turns whatever ends a request into a problem. Handlers only render: Helidon ignores one that throws. */
public final class Problems {

    private static final System.Logger LOGGER = System.getLogger(Problems.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);

    private Problems() {}

    public static void contribute(HttpRouting.Builder routing) {
        routing.error(Refusal.class, Problems::send);
        routing.error(StaleException.class, (request, response, stale) -> send(request, response, overtaken(request)));
        routing.error(NoOrganisationException.class, Problems::noOrganisation);
        routing.error(DatabaseUnavailableException.class, Problems::databaseUnavailable);
        routing.error(HttpException.class, Problems::ofServer);
        routing.error(Throwable.class, Problems::unexpected);
    }

    static void send(ServerRequest request, ServerResponse response, Refusal refusal) {
        var exchange = Exchange.of(request);
        exchange.variesBy("Accept-Language");
        Answers.send(
                request, response, render(refusal, pathOf(request), exchange.request(), language(request.headers())));
    }

    static Answer render(Refusal refusal, String path, RequestId request, Language language) {
        return Problem.answer(refusal, Paths.shown(path), request, language);
    }

    static Language language(Headers headers) {
        return Language.of(Exchange.all(headers, HeaderNames.ACCEPT_LANGUAGE));
    }

    /** Whoever said what it expects is told that it is otherwise. */
    private static Refusal overtaken(ServerRequest request) {
        return Call.mayDemand(request.prologue().method().text())
                        && request.headers().contains(HeaderNames.IF_MATCH)
                ? Refusal.preconditionFailed()
                : Refusal.changedMeanwhile();
    }

    private static void noOrganisation(ServerRequest request, ServerResponse response, NoOrganisationException none) {
        var exchange = Exchange.of(request);
        SecurityLog.refused(
                "no_organisation", exchange.request(), exchange.user().orElse(null));
        send(
                request,
                response,
                new Refusal(ProblemType.NO_ORGANISATION, "The platform knows no organisation for this user."));
    }

    private static void databaseUnavailable(
            ServerRequest request, ServerResponse response, DatabaseUnavailableException outage) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                () -> "the database cannot be reached, request="
                        + Exchange.of(request).request().value());
        send(
                request,
                response,
                new Refusal(ProblemType.DATABASE_UNAVAILABLE, "The database cannot be reached; try again soon.")
                        .retryAfter(SOON));
    }

    /** What Helidon throws itself: no route, foremost. */
    private static void ofServer(ServerRequest request, ServerResponse response, HttpException thrown) {
        var status = thrown.status().code();
        if (status == ProblemType.NOT_FOUND.status()) {
            send(request, response, Refusal.notFound());
        } else if (status < ProblemType.INTERNAL.status()) {
            send(request, response, new Refusal(ProblemType.MALFORMED_REQUEST, "The request cannot be read."));
        } else {
            unexpected(request, response, thrown);
        }
    }

    private static void unexpected(ServerRequest request, ServerResponse response, Throwable thrown) {
        LOGGER.log(
                System.Logger.Level.ERROR,
                "unexpected failure, request=" + Exchange.of(request).request().value(),
                thrown);
        send(request, response, new Refusal(ProblemType.INTERNAL, "Something went wrong on our side."));
    }

    private static String pathOf(ServerRequest request) {
        return request.prologue().uriPath().rawPath();
    }
}
