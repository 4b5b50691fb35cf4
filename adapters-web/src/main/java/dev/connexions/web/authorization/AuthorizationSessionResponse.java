package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.connexion.Connexion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record AuthorizationSessionResponse(
        String id,
        String connexionId,
        String loginProduct,
        String status,
        String expiresAt,
        @Nullable String authorizeUrl,
        @Nullable String username,
        List<CandidateResponse> candidates,
        List<HangingResponse> affects,
        @Nullable FailureResponse failure) {

    record FailureResponse(String code, String detail) {}

    /**
     * @param affected the other connexions that the consent decides about as well
     * @param authorizeUrl only for the caller that opened it
     */
    static AuthorizationSessionResponse of(
            AuthorizationSession session, List<Connexion> affected, @Nullable String authorizeUrl, Instant now) {
        return new AuthorizationSessionResponse(
                session.id().value().toString(),
                session.connexion().value().toString(),
                session.product().code(),
                session.statusAt(now).name().toLowerCase(Locale.ROOT),
                session.expiresAt().toString(),
                authorizeUrl,
                session.progress() instanceof Progress.Completed completed ? completed.username() : null,
                session.candidates().stream().map(CandidateResponse::of).toList(),
                HangingResponse.of(affected),
                session.progress() instanceof Progress.Failed failed
                        ? new FailureResponse(failed.failure().code(), FailureText.of(failed.failure()))
                        : null);
    }

    /** The link is a secret. */
    @Override
    public String toString() {
        return "AuthorizationSessionResponse[" + id + "]";
    }
}
