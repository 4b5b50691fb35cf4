package dev.connexions.application.connexion;

import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.util.Optional;

public final class ShowConnexion {

    private final ConnexionReads connexions;

    public ShowConnexion(ConnexionReads connexions) {
        this.connexions = connexions;
    }

    public Optional<Connexion> handle(Caller caller, ConnexionId id) {
        return connexions.find(caller, id);
    }
}
