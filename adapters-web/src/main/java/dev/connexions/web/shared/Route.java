package dev.connexions.web.shared;

import java.util.Set;

/**
 * One operation.
 *
 * @param parameters the query parameters it knows
 */
public record Route(String method, String path, Access access, Set<String> parameters, Handler handler) {

    boolean isOfConnexion() {
        return path.startsWith("/v1/connexions/{id}");
    }

    boolean isOfSession() {
        return path.startsWith("/v1/authorization-sessions/{id}");
    }

    boolean isOfGrant() {
        return path.startsWith("/v1/grants/{id}");
    }

    /** What is listed or made in an organisation. */
    boolean isOfOrganisation() {
        return path.equals("/v1/connexions") || path.equals("/v1/audit");
    }
}
