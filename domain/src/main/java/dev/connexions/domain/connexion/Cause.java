package dev.connexions.domain.connexion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a connexion is not well: a reason code, and Meta's own words for it as far as it spoke. Never a secret. */
public record Cause(String reason, @Nullable Evidence evidence) {

    /** An active row without a token. */
    public static final String TOKEN_MISSING = "token_missing";

    /** A token that no key of the ring opens, or that belongs to another row. */
    public static final String TOKEN_UNREADABLE = "token_unreadable";

    /** A row of the table that says something no connexion can say. */
    public static final String ROW_UNREADABLE = "row_unreadable";

    /** The token's expiry passed. */
    public static final String TOKEN_EXPIRED = "token_expired";

    /** A row that the platform put into this state itself, without telling us why. */
    public static final String UNKNOWN = "unknown";

    public record Evidence(
            @Nullable Integer metaCode, @Nullable Integer metaSubcode, Instant at) {}

    public static Cause of(String reason) {
        return new Cause(reason, null);
    }
}
