package dev.connexions.web.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.UserId;
import dev.connexions.web.identity.Rejected.Why;
import dev.connexions.web.shared.Json;
import dev.connexions.web.shared.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a signed token claims, read strictly: a claim of the wrong type is no claim. */
final class Claims {

    /** 9999-12-31T23:59:59Z. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private static final Set<String> OTHER_PURPOSES = Set.of("id", "refresh", "offline", "logout");

    private final JsonNode claims;

    private Claims(JsonNode claims) {
        this.claims = claims;
    }

    static Claims read(byte[] payload) throws Rejected {
        try {
            var claims = Json.parse(payload);
            if (claims.isObject()) {
                return new Claims(claims);
            }
        } catch (Json.Malformed malformed) {
            throw new Rejected(Why.MALFORMED);
        }
        throw new Rejected(Why.MALFORMED);
    }

    void check(TokenRules rules, Instant now) throws Rejected {
        checkTimes(rules, now);
        if (rules.issuer() != null && !rules.issuer().equals(text("iss").orElse(null))) {
            throw new Rejected(Why.ISSUER);
        }
        if (rules.audience() != null && !names("aud", rules.audience())) {
            throw new Rejected(Why.AUDIENCE);
        }
        for (var claim : Set.of("typ", "token_use")) {
            if (OTHER_PURPOSES.contains(text(claim).orElse("").toLowerCase(Locale.ROOT))) {
                throw new Rejected(Why.PURPOSE);
            }
        }
    }

    UserId subject() throws Rejected {
        return text("sub").flatMap(Values::canonicalUuid).map(UserId::new).orElseThrow(() -> new Rejected(Why.CLAIMS));
    }

    String role() throws Rejected {
        return text("role").orElseThrow(() -> new Rejected(Why.CLAIMS));
    }

    /** Those of the token that we know; what a token may do that says nothing, the domain decides. */
    Set<Permission> permissions() throws Rejected {
        var named = claims.path("permissions");
        if (named.isMissingNode()) {
            return Permission.unlessStated();
        }
        if (!named.isArray()) {
            throw new Rejected(Why.CLAIMS);
        }
        var permissions = EnumSet.noneOf(Permission.class);
        for (var each : named) {
            if (!each.isTextual()) {
                throw new Rejected(Why.CLAIMS);
            }
            Permission.of(each.textValue()).ifPresent(permissions::add);
        }
        return permissions;
    }

    private void checkTimes(TokenRules rules, Instant now) throws Rejected {
        var expires = moment("exp").orElseThrow(() -> new Rejected(Why.CLAIMS));
        var issued = moment("iat");
        if (!now.isBefore(expires.plus(rules.leeway()))) {
            throw new Rejected(Why.EXPIRED);
        }
        var earliest = now.plus(rules.leeway());
        if (issued.filter(earliest::isBefore).isPresent()
                || moment("nbf").filter(earliest::isBefore).isPresent()) {
            throw new Rejected(Why.EARLY);
        }
        var longest = rules.maxLifetime();
        if (longest != null && issued.filter(at -> lives(at, expires, longest)).isEmpty()) {
            throw new Rejected(Why.CLAIMS);
        }
    }

    private static boolean lives(Instant issued, Instant expires, Duration atMost) {
        return !expires.isAfter(issued.plus(atMost));
    }

    private Optional<Instant> moment(String claim) throws Rejected {
        var node = claims.path(claim);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isNumber() || Double.isInfinite(node.doubleValue())) {
            throw new Rejected(Why.CLAIMS);
        }
        var seconds = node.decimalValue();
        if (seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0) {
            throw new Rejected(Why.CLAIMS);
        }
        return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    }

    private Optional<String> text(String claim) {
        return Optional.ofNullable(claims.path(claim).textValue());
    }

    /** A single value may stand without its array (RFC 7519, 4.1.3). */
    private boolean names(String claim, String wanted) {
        var node = claims.path(claim);
        if (node.isTextual()) {
            return wanted.equals(node.textValue());
        }
        for (var each : node) {
            if (node.isArray() && wanted.equals(each.textValue())) {
                return true;
            }
        }
        return false;
    }
}
