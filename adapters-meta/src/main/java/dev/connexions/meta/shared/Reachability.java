package dev.connexions.meta.shared;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Whether somebody answers at an address, whatever the answer is. */
public final class Reachability {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Reachability() {}

    /** Empty when there was an answer, else what happened instead. */
    public static Optional<String> problem(URI address) {
        try (var http = new GraphHttp()) {
            var request = HttpRequest.newBuilder(address).GET().build();
            return switch (http.send(request, Deadline.in(PATIENCE))) {
                case GraphHttp.Outcome.Answer answer -> Optional.empty();
                case GraphHttp.Outcome.Nothing(var kind, var why) -> Optional.of(why);
            };
        }
    }
}
