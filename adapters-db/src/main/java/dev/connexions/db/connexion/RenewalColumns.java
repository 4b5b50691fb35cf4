package dev.connexions.db.connexion;

import dev.connexions.db.shared.Columns;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.Refreshing.Attempt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns that tell how the renewal of a token goes. */
final class RenewalColumns {

    private RenewalColumns() {}

    static Refreshing read(Columns row) {
        if (row.numberOrNull("version") == null) {
            return Refreshing.NONE;
        }
        var last = attempt(row);
        return isOfThisToken(row)
                ? new Refreshing(
                        row.atOrNull("next_refresh_at"),
                        Objects.requireNonNullElse(row.intOrNull("refresh_attempts"), 0),
                        last)
                : new Refreshing(null, 0, last);
    }

    /** Whether what was planned was planned for the token that stands in the row: the platform may have put another. */
    static boolean isOfThisToken(Columns row) {
        return Objects.equals(
                row.boundedAtOrNull("token_expires_at"), row.boundedAtOrNull("instagram_token_expire_at"));
    }

    private static @Nullable Attempt attempt(Columns row) {
        var at = row.atOrNull("last_refresh_at");
        return at == null ? null : Attempt.of(at, row.text("last_refresh_result"));
    }
}
