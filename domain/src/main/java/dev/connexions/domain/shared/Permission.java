package dev.connexions.domain.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a credential may be used for. */
public enum Permission {
    CONNEXIONS_READ("connexions:read"),
    CONNEXIONS_WRITE("connexions:write"),
    TOKENS_READ("tokens:read"),
    PUBLICATIONS_WRITE("publications:write"),
    INSIGHTS_READ("insights:read"),
    AUDIT_READ("audit:read"),
    WEBHOOKS_WRITE("webhooks:write"),
    KEYS_WRITE("keys:write");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Permission> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** What a platform token that says nothing about permissions may do: all but read tokens. */
    public static Set<Permission> unlessStated() {
        return EnumSet.complementOf(EnumSet.of(TOKENS_READ));
    }
}
