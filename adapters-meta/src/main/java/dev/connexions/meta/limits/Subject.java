package dev.connexions.meta.limits;

import dev.connexions.domain.connexion.LoginProduct;
import org.jspecify.annotations.Nullable;

/**
 * Whose limit it is.
 *
 * @param id Meta's id of the account, page or person; absent for the app itself
 */
record Subject(LoginProduct product, @Nullable String id) {

    static Subject app(LoginProduct product) {
        return new Subject(product, null);
    }
}
