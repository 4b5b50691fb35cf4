package dev.connexions.db.authorization;

import dev.connexions.db.shared.Columns;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns that spell how far a session got; {@code authorization_session_progress_check} and
 * {@code authorization_session_consent_check} forbid other combinations.
 */
record ProgressColumns(
        String progress,
        @Nullable Instant at,
        @Nullable Digest state,
        @Nullable Digest browser,
        @Nullable Instant until,
        @Nullable String username,
        @Nullable String failure,
        @Nullable Consent consent,
        @Nullable List<Candidate> candidates,
        @Nullable AccountId account,
        @Nullable Boolean chosen) {

    static ProgressColumns of(Progress progress) {
        return switch (progress) {
            case Progress.Waiting waiting -> of("waiting", null, null, null, null);
            case Progress.Consenting(var state, var browser, var until) ->
                new ProgressColumns("consenting", null, state, browser, until, null, null, null, null, null, null);
            case Progress.Exchanging(var since, var browser) -> of("exchanging", since, browser, null, null);
            case Progress.AwaitingChoice(var since, var browser, var consent) ->
                of("awaiting_choice", since, browser, consent, null, null);
            case Progress.Proving(var since, var browser, var consent, var account, var chosen) ->
                of("proving", since, browser, consent, account, chosen);
            case Progress.Completed(var at, var username) -> of("completed", at, null, username, null);
            case Progress.Failed(var at, var why, var shown) ->
                new ProgressColumns(
                        "failed",
                        at,
                        null,
                        null,
                        null,
                        null,
                        why.code(),
                        null,
                        shown.isEmpty() ? null : shown,
                        null,
                        null);
            case Progress.Superseded(var at) -> of("superseded", at, null, null, null);
            case Progress.Lapsed(var at) -> of("lapsed", at, null, null, null);
        };
    }

    static Progress read(Columns row) {
        return switch (row.text("progress")) {
            case "waiting" -> new Progress.Waiting();
            case "consenting" ->
                new Progress.Consenting(digest(row, "state_digest"), browser(row), row.at("state_expires_at"));
            case "exchanging" -> new Progress.Exchanging(row.at("progress_at"), browser(row));
            case "awaiting_choice" -> new Progress.AwaitingChoice(row.at("progress_at"), browser(row), consent(row));
            case "proving" ->
                new Progress.Proving(
                        row.at("progress_at"),
                        browser(row),
                        consent(row),
                        new AccountId(row.text("account_id")),
                        row.flag("chosen"));
            case "completed" -> new Progress.Completed(row.at("progress_at"), row.textOrNull("username"));
            case "failed" ->
                new Progress.Failed(
                        row.at("progress_at"),
                        failure(row.text("failure")),
                        CandidatesJson.read(row.textOrNull("candidates")));
            case "superseded" -> new Progress.Superseded(row.at("progress_at"));
            case "lapsed" -> new Progress.Lapsed(row.at("progress_at"));
            default -> throw new IllegalStateException("unknown progress: " + row.text("progress"));
        };
    }

    private static ProgressColumns of(
            String progress,
            @Nullable Instant at,
            @Nullable Digest browser,
            @Nullable String username,
            @Nullable String failure) {
        return new ProgressColumns(progress, at, null, browser, null, username, failure, null, null, null, null);
    }

    private static ProgressColumns of(
            String progress,
            Instant since,
            Digest browser,
            Consent consent,
            @Nullable AccountId account,
            @Nullable Boolean chosen) {
        return new ProgressColumns(
                progress, since, null, browser, null, null, null, consent, consent.candidates(), account, chosen);
    }

    private static Consent consent(Columns row) {
        return new Consent(
                row.text("consent_user"),
                Scopes.of(row.texts("consent_permissions")),
                new TokenLease(row.atOrNull("consent_issued_at"), row.atOrNull("consent_expires_at")),
                CandidatesJson.read(row.text("candidates")));
    }

    private static Digest browser(Columns row) {
        return digest(row, "browser_digest");
    }

    private static Digest digest(Columns row, String column) {
        return Digest.of(row.bytes(column));
    }

    private static Failure failure(String code) {
        return Optional.of(code).stream()
                .flatMap(text -> Arrays.stream(Failure.values())
                        .filter(failure -> failure.code().equals(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown failure: " + code));
    }
}
