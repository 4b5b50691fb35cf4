package dev.connexions.db.authorization;

import dev.connexions.db.shared.Columns;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that spell how far a session got; {@code authorization_session_progress_check} forbids other combinations. */
record ProgressColumns(
        String progress,
        @Nullable Instant at,
        @Nullable Digest state,
        @Nullable Digest browser,
        @Nullable Instant until,
        @Nullable String username,
        @Nullable String failure) {

    static ProgressColumns of(Progress progress) {
        return switch (progress) {
            case Progress.Waiting waiting -> new ProgressColumns("waiting", null, null, null, null, null, null);
            case Progress.Consenting(var state, var browser, var until) ->
                new ProgressColumns("consenting", null, state, browser, until, null, null);
            case Progress.Exchanging(var since) ->
                new ProgressColumns("exchanging", since, null, null, null, null, null);
            case Progress.Completed(var at, var username) ->
                new ProgressColumns("completed", at, null, null, null, username, null);
            case Progress.Failed(var at, var why) ->
                new ProgressColumns("failed", at, null, null, null, null, why.code());
            case Progress.Superseded(var at) -> new ProgressColumns("superseded", at, null, null, null, null, null);
        };
    }

    static Progress read(Columns row) {
        return switch (row.text("progress")) {
            case "waiting" -> new Progress.Waiting();
            case "consenting" ->
                new Progress.Consenting(
                        Digest.of(row.bytes("state_digest")),
                        Digest.of(row.bytes("browser_digest")),
                        row.at("state_expires_at"));
            case "exchanging" -> new Progress.Exchanging(row.at("progress_at"));
            case "completed" -> new Progress.Completed(row.at("progress_at"), row.textOrNull("username"));
            case "failed" -> new Progress.Failed(row.at("progress_at"), failure(row.text("failure")));
            case "superseded" -> new Progress.Superseded(row.at("progress_at"));
            default -> throw new IllegalStateException("unknown progress: " + row.text("progress"));
        };
    }

    private static Failure failure(String code) {
        return Optional.of(code).stream()
                .flatMap(text -> Arrays.stream(Failure.values())
                        .filter(failure -> failure.code().equals(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown failure: " + code));
    }
}
