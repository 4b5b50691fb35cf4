package dev.connexions.web.authorization;

import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connexion that hangs on a grant. */
record HangingResponse(
        String id, String key, String status, @Nullable String username) {

    static List<HangingResponse> of(List<Connexion> connexions) {
        return connexions.stream()
                .map(connexion -> new HangingResponse(
                        connexion.id().value().toString(),
                        connexion.key().value(),
                        connexion.state().status().code(),
                        connexion
                                .state()
                                .linked()
                                .map(Link::account)
                                .map(Account::username)
                                .orElse(null)))
                .toList();
    }
}
