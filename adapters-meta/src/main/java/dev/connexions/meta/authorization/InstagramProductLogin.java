package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphFailure;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Instagram Login: the code becomes a token for an hour, that one becomes a token for sixty days, and that one is asked
 * whose it is. The first step that fails ends the trip; its person presses the button again.
 */
final class InstagramProductLogin implements ProductLogin {

    private static final String PROFILE_SCOPE = ScopeCatalogue.profile(LoginProduct.INSTAGRAM);

    /** Meta appends it to the redirect; whoever reads the address in a browser takes it for a part of the code. */
    private static final String FRAGMENT = "#_";

    private final MetaSettings.InstagramApp app;
    private final String redirectUri;
    private final GraphClient client;
    private final InstantSource clock;
    private final URI dialog;
    private final URI codeEndpoint;
    private final URI exchangeEndpoint;
    private final URI me;

    InstagramProductLogin(
            MetaSettings.InstagramApp app,
            String graphVersion,
            URI redirectUri,
            GraphClient client,
            InstantSource clock) {
        this.app = app;
        this.redirectUri = redirectUri.toString();
        this.client = client;
        this.clock = clock;
        dialog = URI.create(app.dialogUrl() + "/oauth/authorize");
        codeEndpoint = URI.create(app.tokenUrl() + "/oauth/access_token");
        exchangeEndpoint = URI.create(app.graphUrl() + "/access_token");
        me = URI.create(app.graphUrl() + "/" + graphVersion + "/me");
    }

    @Override
    public URI consentPage(Scopes requested, OneTimeSecret state) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.id());
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("scope", String.join(",", requested.names()));
        query.put("state", state.reveal());
        return GraphClient.withQuery(dialog, query);
    }

    @Override
    public Exchange exchange(Code code, Deadline deadline) {
        return switch (client.postForm(codeEndpoint, codeForm(code), deadline)) {
            case GraphReply.Failed(GraphFailure.Rejected rejected) -> new Exchange.CodeRejected();
            case GraphReply.Failed(var why) -> unavailable(why);
            case GraphReply.Answered(var body) -> prolong(ShortLivedToken.read(body), deadline);
        };
    }

    private Exchange prolong(ShortLivedToken shortLived, Deadline deadline) {
        if (!shortLived.granted().contains(PROFILE_SCOPE)) {
            return new Exchange.PermissionMissing();
        }
        var asked = clock.instant();
        return switch (client.get(exchangeEndpoint, exchangeQuery(shortLived), null, deadline)) {
            case GraphReply.Failed(var why) -> unproved(why);
            case GraphReply.Answered(var body) ->
                identify(LongLivedToken.read(body, asked), shortLived.granted(), deadline);
        };
    }

    private Exchange identify(LongLivedToken token, Scopes granted, Deadline deadline) {
        return switch (client.get(me, profileQuery(), token.token().reveal(), deadline)) {
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
        return switch (client.get(me, profileQuery(), consent.token().reveal(), deadline)) {
            case GraphReply.Failed(GraphFailure.TokenRefused(var code, var subcode)) ->
                new Proof.ConsentRefused(code, subcode);
            case GraphReply.Failed(GraphFailure.PermissionRefused refused) ->
                new Proof.Unusable(Obstacle.SCOPE_MISSING);
            case GraphReply.Failed(var why) -> new Proof.Unavailable(why.summary());
            case GraphReply.Answered(var body) -> proved(Profile.read(body), consent, account);
        };
    }

    private static Proof proved(Profile profile, ConsentToken consent, Account account) {
        if (!profile.account().id().equals(account.id())) {
            throw new GarbledAnswerException("the token is another account's");
        }
        return profile.professional()
                ? new Proof.Usable(profile.account(), consent.token(), consent.lease())
                : new Proof.Unusable(Obstacle.PERSONAL);
    }

    private static SequencedMap<String, String> profileQuery() {
        var query = new LinkedHashMap<String, String>();
        query.put("fields", Profile.FIELDS);
        return query;
    }

    private SequencedMap<String, String> codeForm(Code code) {
        var value = code.value();
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", app.id());
        form.put("client_secret", app.secret().reveal());
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", redirectUri);
        form.put("code", value.endsWith(FRAGMENT) ? value.substring(0, value.length() - FRAGMENT.length()) : value);
        return form;
    }

    /** Meta takes this call as a GET with both secrets in its query, and in no other way. */
    private SequencedMap<String, String> exchangeQuery(ShortLivedToken shortLived) {
        var query = new LinkedHashMap<String, String>();
        query.put("grant_type", "ig_exchange_token");
        query.put("client_secret", app.secret().reveal());
        query.put("access_token", shortLived.token().reveal());
        return query;
    }

    private static Exchange unproved(GraphFailure why) {
        return why instanceof GraphFailure.PermissionRefused ? new Exchange.PermissionMissing() : unavailable(why);
    }

    private static Exchange unavailable(GraphFailure why) {
        return new Exchange.Unavailable(why.summary());
    }
}
