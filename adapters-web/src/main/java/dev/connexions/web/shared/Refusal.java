package dev.connexions.web.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not an accident. */
public final class Refusal extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final List<Fault> faults;
    private final @Nullable String reason;
    private final Map<String, String> headers;

    /** @param detail a sentence of ours, shown to the caller */
    public Refusal(ProblemType type, String detail) {
        this(type, detail, List.of(), null, Map.of());
    }

    private Refusal(
            ProblemType type, String detail, List<Fault> faults, @Nullable String reason, Map<String, String> headers) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.reason = reason;
        this.headers = headers;
    }

    public static Refusal notFound() {
        return new Refusal(ProblemType.NOT_FOUND, "There is nothing here for this caller.");
    }

    /** It is no longer, or never was, as {@code If-Match} says. */
    public static Refusal preconditionFailed() {
        return new Refusal(
                ProblemType.PRECONDITION_FAILED, "It is not what If-Match says; read it again and decide anew.");
    }

    public static Refusal changedMeanwhile() {
        return new Refusal(
                ProblemType.CONFLICT, "Somebody else changed it at the same moment; read it again and try again.");
    }

    /** A value that only the use case could judge. */
    public static Refusal invalid(String pointer, String detail) {
        return new Refusal(ProblemType.VALIDATION_FAILED, detail)
                .because(List.of(new Fault(ProblemType.VALIDATION_FAILED, pointer, null, detail)));
    }

    Refusal because(List<Fault> found) {
        return new Refusal(type, detail, found, reason, headers);
    }

    public Refusal withReason(String code) {
        return new Refusal(type, detail, faults, code, headers);
    }

    public Refusal with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(type, detail, faults, reason, more);
    }

    public Refusal retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** The answer, with what the refusal wants beside its text. */
    public Answer applyHeaders(Answer answer) {
        var complete = answer;
        for (var header : headers.entrySet()) {
            complete = complete.with(header.getKey(), header.getValue());
        }
        return complete;
    }
}
