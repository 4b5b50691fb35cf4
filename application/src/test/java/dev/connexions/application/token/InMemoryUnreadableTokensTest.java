package dev.connexions.application.token;

import dev.connexions.application.testing.InMemoryPlatform;
import dev.connexions.domain.connexion.ConnexionId;

class InMemoryUnreadableTokensTest implements InMemoryPlatform, UnreadableTokensContract {

    @Override
    public UnreadableTokens unreadableTokens() {
        return STORE.unreadableTokens();
    }

    @Override
    public void spoil(ConnexionId connexion) {
        STORE.spoilToken(connexion);
    }
}
