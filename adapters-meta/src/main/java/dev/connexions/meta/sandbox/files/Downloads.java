package dev.connexions.meta.sandbox.files;

import dev.connexions.meta.sandbox.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as Meta does, but only from the made-up names that the sandbox serves and, over real HTTP, from this machine:
 * a test tool reaches nobody else.
 */
public final class Downloads {

    /** Where a film says what it is comes first in the files that Meta takes. */
    private static final int HEAD = 9 << 20;

    /** A byte more than the largest film that Meta takes. */
    private static final long MOST = (300L << 20) + 1;

    private static final Pattern LOOPBACK =
            Pattern.compile("127(?:\\.[0-9]{1,3}){3}|localhost|\\[::1]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");

    private final BiFunction<String, String, Shelf> shelves;

    /**
     * What stands under a name.
     *
     * @param served whether anything stands under the host at all
     */
    public record Shelf(boolean served, @Nullable StoredFile file) {}

    /** @param shelves by host and name */
    public Downloads(BiFunction<String, String, Shelf> shelves) {
        this.shelves = shelves;
    }

    public Download fetch(String url, Duration patience) {
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            var scheme = uri.getScheme();
            if (host == null || !PLAIN.matcher(url).matches() || !("http".equals(scheme) || "https".equals(scheme))) {
                return new Download.Unreachable();
            }
            var shelf = shelves.apply(host, name(uri));
            if (shelf.served()) {
                return fromShelf(shelf.file(), patience);
            }
            return LOOPBACK.matcher(host).matches() ? fromHere(uri, patience) : new Download.Unreachable();
        } catch (URISyntaxException malformed) {
            return new Download.Unreachable();
        }
    }

    private static String name(URI uri) {
        var path = uri.getPath();
        return path.isEmpty() ? "" : path.substring(1);
    }

    private static Download fromShelf(@Nullable StoredFile file, Duration patience) {
        if (file == null || file.status() != 200) {
            return new Download.Unreachable();
        }
        if (file.delay().compareTo(patience) > 0) {
            return new Download.TooSlow();
        }
        var payload = file.payload();
        return new Download.Fetched(payload.head(), payload.size());
    }

    private static Download fromHere(URI uri, Duration patience) {
        var http = HttpClient.newBuilder().connectTimeout(patience).build();
        try (http;
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetching = CompletableFuture.supplyAsync(() -> read(http, uri), threads);
            try {
                return fetching.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                http.shutdownNow();
                return new Download.TooSlow();
            } catch (ExecutionException broken) {
                throw new IllegalStateException(broken);
            } catch (InterruptedException interrupted) {
                http.shutdownNow();
                Thread.currentThread().interrupt();
                return new Download.Unreachable();
            }
        }
    }

    private static Download read(HttpClient http, URI uri) {
        try {
            var response = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return response.statusCode() == 200 ? read(body) : new Download.Unreachable();
            }
        } catch (IOException | IllegalArgumentException gone) {
            return new Download.Unreachable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Download.Unreachable();
        }
    }

    private static Download read(InputStream body) throws IOException {
        var head = body.readNBytes(HEAD);
        long size = head.length;
        var bin = new byte[1 << 16];
        for (var n = 0; n >= 0 && size < MOST; n = body.read(bin)) {
            size += n;
        }
        return new Download.Fetched(new Body(head), size);
    }
}
