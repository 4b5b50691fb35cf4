package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.catalogue.ProductScopes;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Instagram Login: the code becomes a token for an hour, that one becomes a token for sixty days, and that one is asked
 * whose it is. The first step that fails ends the trip; its person presses the button again.
 */
final class InstagramProductLogin implements ProductLogin {

    private final MetaSettings.InstagramApp app;
    private final String redirectUri;
    private final GraphClient client;
    private final InstantSource clock;
    private final String profileScope;

    InstagramProductLogin(MetaSettings.InstagramApp app, URI redirectUri, GraphClient client, InstantSource clock) {
        this.app = app;
        this.redirectUri = redirectUri.toString();
        this.client = client;
        this.clock = clock;
        profileScope = ProductScopes.load(LoginProduct.INSTAGRAM).profile();
    }

    @Override
    public URI consentPage(Scopes requested, OneTimeSecret state) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.id());
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("scope", String.join(",", requested.names()));
        query.put("state", state.reveal());
        return Dialogs.page(URI.create(app.dialogUrl() + "/oauth/authorize"), query);
    }

    @Override
    public Exchange exchange(Code code, Deadline deadline) {
        return switch (client.send(codeExchange(code), deadline)) {
            case GraphReply.Failed(MetaFailure.Rejected rejected) -> new Exchange.CodeRejected();
            case GraphReply.Failed(var why) -> unavailable(why);
            case GraphReply.Answered(var body) -> prolong(ShortLivedToken.read(body), deadline);
        };
    }

    private Exchange prolong(ShortLivedToken shortLived, Deadline deadline) {
        if (!shortLived.granted().contains(profileScope)) {
            return new Exchange.PermissionMissing();
        }
        var asked = clock.instant();
        return switch (client.send(longLived(shortLived), deadline)) {
            case GraphReply.Failed(var why) -> unproved(why);
            case GraphReply.Answered(var body) ->
                identify(LongLivedToken.read(body, asked), shortLived.granted(), deadline);
        };
    }

    private Exchange identify(LongLivedToken token, Scopes granted, Deadline deadline) {
        return switch (client.send(me(token.token()), deadline)) {
            case GraphReply.Failed(var why) -> unproved(why);
            case GraphReply.Answered(var body) -> {
                var profile = Profile.read(body);
                yield new Exchange.Consented(
                        profile.personId(),
                        granted,
                        new ConsentToken(token.token(), token.lease()),
                        List.of(profile.candidate()));
            }
        };
    }

    @Override
    public Proof prove(ConsentToken consent, Account account, Deadline deadline) {
        return switch (client.send(me(consent.token()).about(account.id()), deadline)) {
            case GraphReply.Failed(MetaFailure.TokenInvalid(var reason, var evidence)) ->
                new Proof.ConsentRefused(evidence.code(), evidence.subcode());
            case GraphReply.Failed(MetaFailure.Checkpoint(var reason, var evidence)) ->
                new Proof.ConsentRefused(evidence.code(), evidence.subcode());
            case GraphReply.Failed(MetaFailure.PermissionMissing missing) -> new Proof.Unusable(Obstacle.SCOPE_MISSING);
            case GraphReply.Failed(var why) -> new Proof.Unavailable(why.summary());
            case GraphReply.Answered(var body) -> proved(Profile.read(body), consent, account);
        };
    }

    /** Meta documents no call for it; the person removes the app in the settings of Instagram. */
    @Override
    public Revoking revoke(String metaUserId, Deadline deadline) {
        return new Revoking.NotOffered();
    }

    private static Proof proved(Profile profile, ConsentToken consent, Account account) {
        if (!profile.account().id().equals(account.id())) {
            throw new GarbledAnswerException("the token is another account's");
        }
        return profile.professional()
                ? new Proof.Usable(profile.account(), consent.token(), consent.lease())
                : new Proof.Unusable(Obstacle.PERSONAL);
    }

    private static GraphCall me(AccessToken token) {
        return GraphCall.get(LoginProduct.INSTAGRAM, "me")
                .with("fields", Profile.FIELDS)
                .as(token);
    }

    private GraphCall codeExchange(Code code) {
        return GraphCall.post(LoginProduct.INSTAGRAM, "oauth", "access_token")
                .from(GraphCall.Base.TOKENS)
                .with("client_id", app.id())
                .with("client_secret", app.secret().reveal())
                .with("grant_type", "authorization_code")
                .with("redirect_uri", redirectUri)
                .with("code", Fragments.strip(code.value()));
    }

    /** Meta takes this call as a GET with both secrets in its query, and in no other way. */
    private GraphCall longLived(ShortLivedToken shortLived) {
        return GraphCall.get(LoginProduct.INSTAGRAM, "access_token")
                .from(GraphCall.Base.UNVERSIONED)
                .with("grant_type", "ig_exchange_token")
                .with("client_secret", app.secret().reveal())
                .with("access_token", shortLived.token().reveal());
    }

    private static Exchange unproved(MetaFailure why) {
        return why instanceof MetaFailure.PermissionMissing ? new Exchange.PermissionMissing() : unavailable(why);
    }

    private static Exchange unavailable(MetaFailure why) {
        return new Exchange.Unavailable(why.summary());
    }
}
