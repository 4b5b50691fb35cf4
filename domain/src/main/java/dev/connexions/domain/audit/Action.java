package dev.connexions.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/** What can be done. The codes are public: audit entries and events share them. */
public enum Action {
    CONNEXION_CREATED("connexion.created"),
    CONNEXION_AUTHORIZATION_STARTED("connexion.authorization_started"),
    CONNEXION_AUTHORIZATION_FAILED("connexion.authorization_failed"),
    CONNEXION_ACTIVATED("connexion.activated"),
    CONNEXION_RECOVERED("connexion.recovered"),
    CONNEXION_ENABLED("connexion.enabled"),
    CONNEXION_DISABLED("connexion.disabled"),
    CONNEXION_ERASED("connexion.erased"),
    GRANT_REVOKED("grant.revoked"),
    ACCESS_TOKEN_READ("access_token.read"),
    ACCESS_REFUSED("access.refused"),
    /** An administrator reached into an organisation, or over all of them. */
    ACCESS_GRANTED("access.granted"),
    QUOTA_LIMIT_CHANGED("quota.limit_changed"),
    QUOTA_EXHAUSTED("quota.exhausted"),
    QUOTA_RESET("quota.reset"),
    CONNEXION_RENEWED("connexion.renewed"),
    CONNEXION_RENEWAL_FAILED("connexion.renewal_failed"),
    CONNEXION_EXPIRED("connexion.expired"),
    CONNEXION_REAUTHORIZATION_REQUIRED("connexion.reauthorization_required"),
    CONNEXION_UPDATED("connexion.updated");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Action> of(String code) {
        return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
    }
}
