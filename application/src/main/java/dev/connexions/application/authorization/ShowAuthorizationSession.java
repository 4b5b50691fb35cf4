package dev.connexions.application.authorization;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.shared.Caller;
import java.util.Optional;

public final class ShowAuthorizationSession {

    private final Transactions transactions;
    private final AuthorizationSessions sessions;

    public ShowAuthorizationSession(Transactions transactions, AuthorizationSessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    public Optional<AuthorizationSession> handle(Caller caller, AuthorizationSessionId id) {
        return transactions.in(caller, tx -> sessions.find(tx, id));
    }
}
