package dev.connexions.web.shared;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** The bytes that a request carries. */
final class Entity {

    /** Helidon ends a request that says it has more, or that sends more in chunks; this one is for what comes between. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private Entity() {}

    static byte[] json(ServerRequest request) {
        requireJson(request);
        return read(request);
    }

    static void requireJson(ServerRequest request) {
        var types = Exchange.all(request.headers(), HeaderNames.CONTENT_TYPE);
        if (types.size() != 1 || !JSON.matcher(types.getFirst().strip()).matches()) {
            throw new Refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is application/json in UTF-8, and Content-Type says so.");
        }
    }

    static byte[] read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (var in = request.content().inputStream()) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (RequestException refused) {
            throw refused(refused.status());
        } catch (HttpException refused) {
            throw refused(refused.status());
        } catch (IOException | UncheckedIOException gone) {
            throw broken();
        }
    }

    private static Refusal refused(Status status) {
        return status.code() == ProblemType.PAYLOAD_TOO_LARGE.status() ? tooLarge() : broken();
    }

    // What remains of the body is not worth reading, and must not be taken for the next request.
    private static Refusal tooLarge() {
        return new Refusal(ProblemType.PAYLOAD_TOO_LARGE, "A body has at most 1 MiB.").with("Connection", "close");
    }

    private static Refusal broken() {
        return new Refusal(ProblemType.MALFORMED_REQUEST, "The body ended or is framed otherwise than it said.")
                .with("Connection", "close");
    }
}
