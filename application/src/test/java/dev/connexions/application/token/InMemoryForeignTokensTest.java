package dev.connexions.application.token;

import dev.connexions.application.testing.InMemoryPlatform;
import dev.connexions.domain.connexion.ConnexionId;

class InMemoryForeignTokensTest implements InMemoryPlatform, ForeignTokensContract {

    @Override
    public ForeignTokens foreignTokens() {
        return STORE.foreignTokens();
    }

    @Override
    public void writeInClear(ConnexionId connexion, String token) {
        STORE.writeInClear(connexion, token);
    }
}
