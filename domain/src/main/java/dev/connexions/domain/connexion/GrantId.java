package dev.connexions.domain.connexion;

import java.util.UUID;

public record GrantId(UUID value) {

    public static GrantId random() {
        return new GrantId(UUID.randomUUID());
    }
}
