package dev.connexions.application.testing;

import dev.connexions.application.authorization.ConsentTokens;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.AccessToken;

final class InMemoryConsentTokens implements ConsentTokens {

    @Override
    public TokenVault.Opened of(Tx tx, AuthorizationSessionId session) {
        var own = InMemoryTx.of(tx);
        var stored = own.tables().sessions().get(session);
        return stored != null && own.sees(stored.organisation())
                ? own.tables().sessionTokens().getOrDefault(session, new TokenVault.Opened.None())
                : new TokenVault.Opened.None();
    }

    @Override
    public void keep(Tx tx, AuthorizationSessionId session, AccessToken token) {
        var own = InMemoryTx.of(tx);
        var stored = own.tables().sessions().get(session);
        if (stored == null
                || !own.sees(stored.organisation())
                || !InMemoryAuthorizationSessions.mayKeepAToken(stored)) {
            throw new StaleException("no session that may keep a token");
        }
        own.tables().sessionTokens().put(session, new TokenVault.Opened.Token(token));
    }

    @Override
    public TokenVault.Opened of(Tx tx, GrantId grant) {
        var own = InMemoryTx.of(tx);
        var stored = own.tables().grants().get(grant);
        return stored != null && own.sees(stored.organisation())
                ? own.tables().grantTokens().getOrDefault(grant, new TokenVault.Opened.None())
                : new TokenVault.Opened.None();
    }

    @Override
    public void keep(Tx tx, GrantId grant, AccessToken token) {
        var own = InMemoryTx.of(tx);
        var stored = own.tables().grants().get(grant);
        if (stored == null || !own.sees(stored.organisation()) || stored.consent() == null) {
            throw new StaleException("no grant that may keep a token");
        }
        own.tables().grantTokens().put(grant, new TokenVault.Opened.Token(token));
    }
}
