package dev.connexions.db.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the column of the token: {@code ctk1.} and base64url, sealed to organisation and connexion. Clear text is
 * what the platform wrote, and read as it is.
 */
public final class TokenColumn {

    private static final String PURPOSE = "connexions/instagram_access_token/1";
    private static final String PREFIX = "ctk1.";

    private static final String FAMILY = "ctk";

    private final KeyRing keys;

    public TokenColumn(KeyRing keys) {
        this.keys = keys;
    }

    public String seal(OrganisationId organisation, ConnexionId connexion, AccessToken token) {
        var sealed =
                keys.seal(PURPOSE, token.reveal().getBytes(US_ASCII), SealedRow.of(organisation, connexion.value()));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public Opened open(OrganisationId organisation, ConnexionId connexion, @Nullable String column) {
        if (column == null) {
            return new Opened.None();
        }
        return clear(organisation, connexion, column)
                .<Opened>map(Opened.Token::new)
                .orElseGet(Opened.Unreadable::new);
    }

    private Optional<AccessToken> clear(OrganisationId organisation, ConnexionId connexion, String column) {
        try {
            if (!isSealed(column)) {
                return Optional.of(new AccessToken(column));
            }
            if (!column.startsWith(PREFIX)) {
                return Optional.empty();
            }
            var sealed = Base64.getUrlDecoder().decode(column.substring(PREFIX.length()));
            return keys.open(PURPOSE, sealed, SealedRow.of(organisation, connexion.value()))
                    .map(bytes -> new AccessToken(new String(bytes, US_ASCII)));
        } catch (IllegalArgumentException noTokenAndNoCiphertext) {
            return Optional.empty();
        }
    }

    /** By whatever version: a newer one's ciphertext must not be handed out as if it were clear text. */
    private static boolean isSealed(String column) {
        var end = FAMILY.length();
        while (end < column.length() && column.charAt(end) >= '0' && column.charAt(end) <= '9') {
            end++;
        }
        return column.startsWith(FAMILY) && end > FAMILY.length() && end < column.length() && column.charAt(end) == '.';
    }
}
