package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One GET with an end: three seconds in all, 64 KiB at most, no redirect. */
final class KeySetDownload implements ResourceRetriever {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final long SIZE = 64 << 10;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIME)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            var request = HttpRequest.newBuilder(url.toURI())
                    .header("Accept", "application/jwk-set+json, application/json")
                    .build();
            var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), SIZE));
            try {
                var got = answer.get(TIME.toMillis(), TimeUnit.MILLISECONDS);
                if (got.statusCode() != 200) {
                    throw new IOException("the key set answers " + got.statusCode());
                }
                return new Resource(new String(got.body(), UTF_8), null);
            } finally {
                answer.cancel(true);
            }
        } catch (URISyntaxException | ExecutionException | TimeoutException failed) {
            throw new IOException("the key set cannot be fetched", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching the key set", stopping);
        }
    }
}
