package dev.connexions.db.shared;

import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.shared.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain columns and the types that the domain gives them. */
public final class Ids {

    private Ids() {}

    public static ConnexionId connexion(UUID value) {
        return new ConnexionId(value);
    }

    public static UUID value(ConnexionId id) {
        return id.value();
    }

    public static OrganisationId organisation(UUID value) {
        return new OrganisationId(value);
    }

    public static UUID value(OrganisationId id) {
        return id.value();
    }

    public static ConnexionKey key(String value) {
        return new ConnexionKey(value);
    }

    public static String value(ConnexionKey key) {
        return key.value();
    }

    public static AccountEmail email(String value) {
        return new AccountEmail(value);
    }

    public static String value(AccountEmail email) {
        return email.value();
    }

    /** Below zero, which only the platform can have written, spends nothing just as zero does. */
    public static @Nullable DailyLimit limit(@Nullable Integer value) {
        return value == null ? null : new DailyLimit(Math.max(0, value));
    }

    public static @Nullable Integer value(@Nullable DailyLimit limit) {
        return limit == null ? null : limit.units();
    }
}
