package dev.connexions.meta.shared;

import dev.connexions.application.shared.MetaFailure.Outage;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to Meta and back. No redirect is followed (it would carry a secret elsewhere), no compression is asked for, at
 * most 1 MiB is read, and the whole answer, not only its head, is in before the deadline or the connection is dropped.
 */
final class GraphHttp implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long MAX_BODY = 1 << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    GraphHttp() {
        this(defaultTls());
    }

    /** @param tls says whom to believe to be Meta */
    GraphHttp(SSLContext tls) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(tls)
                .executor(threads)
                .build();
    }

    private static SSLContext defaultTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What came back, if anything did. */
    sealed interface Outcome {

        record Answer(HttpResponse<byte[]> response) implements Outcome {

            /** A response prints the address it came from, secrets and all. */
            @Override
            public String toString() {
                return "Answer[" + response.statusCode() + "]";
            }
        }

        /** @param why the kind of failure only: messages of the JDK quote addresses */
        record Nothing(Outage.Kind kind, String why) implements Outcome {

            Reading reading() {
                return new Reading.Broken(kind, kind != Outage.Kind.UNREACHABLE);
            }
        }
    }

    Outcome send(HttpRequest request, Deadline deadline) {
        var remaining = deadline.remaining();
        if (remaining.isZero()) {
            return new Outcome.Nothing(Outage.Kind.UNREACHABLE, "the time was up before asking");
        }
        // the request's own timeout ends with the head of the answer: this one covers name resolution and body too
        var answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BODY));
        try {
            return new Outcome.Answer(answer.get(remaining.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Outcome.Nothing(Outage.Kind.TIMEOUT, "no whole answer in time");
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Nothing(Outage.Kind.TIMEOUT, "interrupted");
        } catch (ExecutionException failed) {
            return nothing(failed.getCause());
        }
    }

    private static Outcome nothing(@Nullable Throwable cause) {
        var kind = switch (cause) {
            case HttpConnectTimeoutException slow -> Outage.Kind.UNREACHABLE;
            case ConnectException refused -> Outage.Kind.UNREACHABLE;
            case SSLHandshakeException untrusted -> Outage.Kind.UNREACHABLE;
            case HttpTimeoutException late -> Outage.Kind.TIMEOUT;
            case null, default -> Outage.Kind.CUT;
        };
        return new Outcome.Nothing(
                kind,
                "the connection failed or broke ("
                        + (cause == null ? "cause unknown" : cause.getClass().getSimpleName()) + ")");
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
        threads.close();
    }
}
