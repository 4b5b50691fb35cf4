package dev.connexions.application.authorization;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.shared.Caller;
import java.util.Optional;

public final class ShowAuthorizationSession {

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connexions connexions;

    public ShowAuthorizationSession(Transactions transactions, AuthorizationSessions sessions, Connexions connexions) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connexions = connexions;
    }

    public Optional<ShownSession> handle(Caller caller, AuthorizationSessionId id) {
        return transactions.in(
                caller,
                tx -> sessions.find(tx, id)
                        .map(session -> new ShownSession(session, Affected.by(tx, connexions, session))));
    }
}
