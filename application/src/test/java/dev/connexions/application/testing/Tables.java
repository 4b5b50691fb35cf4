package dev.connexions.application.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is stored. A transaction works on a copy, which takes the original's place when it commits. */
record Tables(
        Map<ConnexionId, Connexion> connexions,
        Map<ConnexionId, TokenVault.Opened> tokens,
        Set<ConnexionId> clear,
        Map<GrantId, Grant> grants,
        Map<AuthorizationSessionId, AuthorizationSession> sessions,
        List<AuditTrail.Read> audit) {

    Tables() {
        this(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
    }

    Tables copy() {
        return new Tables(
                new HashMap<>(connexions),
                new HashMap<>(tokens),
                new HashSet<>(clear),
                new HashMap<>(grants),
                new HashMap<>(sessions),
                new ArrayList<>(audit));
    }
}
