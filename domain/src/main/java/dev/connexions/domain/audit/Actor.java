package dev.connexions.domain.audit;

import dev.connexions.domain.shared.UserId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, as the database confirmed it.
 *
 * @param reason why an administrator reached into this organisation
 */
public record Actor(Kind kind, UserId id, @Nullable String reason) {

    public enum Kind {
        USER,
        API_KEY,
        ADMINISTRATOR,
        SYSTEM,
        META;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
