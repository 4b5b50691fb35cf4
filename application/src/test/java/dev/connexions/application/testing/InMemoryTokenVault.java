package dev.connexions.application.testing;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;

final class InMemoryTokenVault implements TokenVault {

    @Override
    public Opened open(Tx tx, ConnexionId connexion) {
        var own = InMemoryTx.of(tx);
        return sees(own, connexion)
                ? own.tables().tokens().getOrDefault(connexion, new Opened.None())
                : new Opened.None();
    }

    @Override
    public void store(Tx tx, ConnexionId connexion, AccessToken token) {
        var own = InMemoryTx.of(tx);
        if (!sees(own, connexion)) {
            throw new StaleException("connexion " + connexion + " is gone");
        }
        own.tables().clear().remove(connexion);
        own.tables().tokens().put(connexion, new Opened.Token(token));
    }

    private static boolean sees(InMemoryTx own, ConnexionId connexion) {
        var row = own.tables().connexions().get(connexion);
        return row != null && own.sees(row.organisation());
    }
}
