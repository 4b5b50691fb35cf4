package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.MetaSettings;
import java.time.Instant;
import java.time.InstantSource;

/** The calls about tokens that Facebook Login for Business has. Secrets go into forms: Meta takes them there, too. */
final class FacebookTokens {

    private final MetaSettings.FacebookApp app;
    private final String redirectUri;
    private final GraphClient client;
    private final InstantSource clock;

    FacebookTokens(MetaSettings.FacebookApp app, String redirectUri, GraphClient client, InstantSource clock) {
        this.app = app;
        this.redirectUri = redirectUri;
        this.client = client;
        this.clock = clock;
    }

    /** A code for a token of an hour or two. */
    GraphReply exchange(Code code, Deadline deadline) {
        return client.send(
                tokens().with("redirect_uri", redirectUri).with("code", Fragments.strip(code.value())), deadline);
    }

    /** A living token for one of sixty days; one that lives long already may be prolonged, too. */
    ConsentToken prolong(AccessToken token, Deadline deadline) {
        var asked = clock.instant();
        var call = tokens().with("grant_type", "fb_exchange_token").with("fb_exchange_token", token.reveal());
        var body = CallFailedException.body(client.send(call, deadline));
        // tokens of system users have no end, and their answer does not speak of one
        if (!body.has("expires_in")) {
            return endless(Tokens.read(body, "access_token"), asked, deadline);
        }
        var prolonged = LongLivedToken.read(body, asked);
        return new ConsentToken(prolonged.token(), prolonged.lease());
    }

    /** What a token is, asked as the app itself. */
    Inspection inspect(AccessToken token, Deadline deadline) {
        var call = GraphCall.get(LoginProduct.FACEBOOK, "debug_token")
                .with("input_token", token.reveal())
                .as(appToken());
        var inspection = Inspection.read(CallFailedException.body(client.send(call, deadline)));
        var appId = inspection.appId();
        if (appId != null && !appId.equals(app.id())) {
            throw new GarbledAnswerException("the token is another app's");
        }
        return inspection;
    }

    /** The whole app, for one person. The app itself may ask for it: the person's own tokens may have ended long ago. */
    GraphReply revoke(String person, Deadline deadline) {
        return client.send(
                GraphCall.delete(LoginProduct.FACEBOOK, person, "permissions")
                        .as(appToken())
                        .about(person),
                deadline);
    }

    private ConsentToken endless(AccessToken token, Instant asked, Deadline deadline) {
        var inspection = inspect(token, deadline);
        var end = inspection.expiresAt();
        if (end == null && !inspection.endless()) {
            throw new GarbledAnswerException("nothing says when the token ends");
        }
        return new ConsentToken(token, new TokenLease(asked, end));
    }

    private AccessToken appToken() {
        return new AccessToken(app.id() + "|" + app.secret().reveal());
    }

    private GraphCall tokens() {
        return GraphCall.post(LoginProduct.FACEBOOK, "oauth", "access_token")
                .with("client_id", app.id())
                .with("client_secret", app.secret().reveal());
    }
}
