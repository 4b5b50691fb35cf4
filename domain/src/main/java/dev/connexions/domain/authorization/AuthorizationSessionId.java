package dev.connexions.domain.authorization;

import java.util.UUID;

public record AuthorizationSessionId(UUID value) {

    public static AuthorizationSessionId random() {
        return new AuthorizationSessionId(UUID.randomUUID());
    }
}
