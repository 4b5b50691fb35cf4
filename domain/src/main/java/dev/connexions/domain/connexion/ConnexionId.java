package dev.connexions.domain.connexion;

import java.util.UUID;

public record ConnexionId(UUID value) {

    public static ConnexionId random() {
        return new ConnexionId(UUID.randomUUID());
    }
}
