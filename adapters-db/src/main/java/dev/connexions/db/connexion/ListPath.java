package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.domain.connexion.Status;

/** Along which index a list goes. */
enum ListPath {
    NEWEST,
    BY_KEY,
    BY_CLIENT,
    BY_STATUS,
    BY_EXPIRY,
    IN_ERROR;

    /** Expiry comes first since it decides the order; the rest by how few rows it leaves. */
    static ListPath of(Filter filter) {
        if (filter.expiresBefore() != null) {
            return BY_EXPIRY;
        }
        if (filter.key() != null) {
            return BY_KEY;
        }
        if (filter.clientId() != null) {
            return BY_CLIENT;
        }
        if (filter.status() == Status.ERROR) {
            return IN_ERROR;
        }
        return filter.status() == null && filter.capability() == null ? NEWEST : BY_STATUS;
    }
}
