package dev.connexions.web.shared;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** The bytes that a request carries. */
final class Entity {

    /** Helidon ends a request that says it has more, or that sends more in chunks; this one is for what comes between. */
    static final int MAX_BYTES = 1 << 20;

    /** For the whole of a body. */
    private static final Duration TIME = Duration.ofSeconds(15);

    static final String MERGE_PATCH_TYPE = "application/merge-patch+json";

    private static final Pattern JSON = named("application/json");
    private static final Pattern FORM = named("application/x-www-form-urlencoded");
    private static final Pattern MERGE_PATCH = named(MERGE_PATCH_TYPE);

    private Entity() {}

    private static Pattern named(String type) {
        return Pattern.compile(
                Pattern.quote(type) + "\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);
    }

    static void requireMergePatch(ServerRequest request) {
        if (!isCalled(request, MERGE_PATCH)) {
            throw new Refusal(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body is " + MERGE_PATCH_TYPE + " in UTF-8, and Content-Type says so.")
                    .with("Accept-Patch", MERGE_PATCH_TYPE);
        }
    }

    private static boolean isCalled(ServerRequest request, Pattern type) {
        var types = Exchange.all(request.headers(), HeaderNames.CONTENT_TYPE);
        return types.size() == 1 && type.matcher(types.getFirst().strip()).matches();
    }

    static void requireJson(ServerRequest request) {
        if (!isCalled(request, JSON)) {
            throw new Refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is application/json in UTF-8, and Content-Type says so.");
        }
    }

    static void requireForm(ServerRequest request) {
        if (!isCalled(request, FORM)) {
            throw new Refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is application/x-www-form-urlencoded in UTF-8, and Content-Type says so.");
        }
    }

    static byte[] read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        var bytes = received(request);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static byte[] received(ServerRequest request) {
        var deadline = new Deadline(TIME);
        try (var in = request.content().inputStream()) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (RequestException refused) {
            throw refused(refused.status());
        } catch (HttpException refused) {
            throw refused(refused.status());
        } catch (IOException | RuntimeException gone) {
            // the server has an exception of its own for each way in which a body can fail to come
            throw broken();
        } finally {
            deadline.meet();
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
