package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.token.Token;
import java.time.Instant;
import java.util.List;

/** The app's own token is its id and its secret (dossier 1.4, step 9). */
final class AppTokens {

    private AppTokens() {}

    static String value(RegisteredApp app) {
        return app.id() + "|" + app.secret();
    }

    static boolean isOne(RegisteredApp app, String value) {
        return value.equals(value(app));
    }

    static Token token(RegisteredApp app, String value, Instant now) {
        return new Token(value, 0, Token.Kind.APP, app.id(), null, true, List.of(), now, null);
    }
}
