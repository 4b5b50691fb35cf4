package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.catalogue.ProductScopes;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.TreeSet;

/**
 * Facebook Login for Business: the code becomes a token for an hour, that one a token for sixty days, and that one is asked
 * who the person is, what they granted, and which Pages they let us see.
 */
final class FacebookProductLogin implements ProductLogin {

    private final MetaSettings.FacebookApp app;
    private final String graphVersion;
    private final String redirectUri;
    private final ProductScopes scopes;
    private final GraphClient client;
    private final FacebookTokens tokens;
    private final PageDiscovery discovery;
    private final PageProof proof;

    FacebookProductLogin(
            MetaSettings.FacebookApp app,
            String graphVersion,
            URI redirectUri,
            GraphClient client,
            InstantSource clock) {
        this.app = app;
        this.graphVersion = graphVersion;
        this.redirectUri = redirectUri.toString();
        scopes = ProductScopes.load(LoginProduct.FACEBOOK);
        this.client = client;
        tokens = new FacebookTokens(app, this.redirectUri, client, clock);
        discovery = new PageDiscovery(client);
        proof = new PageProof(client, tokens, discovery, scopes, clock);
    }

    @Override
    public URI consentPage(Scopes requested, OneTimeSecret state) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.id());
        query.put("redirect_uri", redirectUri);
        query.put("response_type", "code");
        query.put("scope", String.join(",", scopes.with(requested).names()));
        query.put("state", state.reveal());
        // who comes again may have declined something, and is else not asked for it a second time
        query.put("auth_type", "rerequest");
        return Dialogs.page(URI.create(app.dialogUrl() + "/" + graphVersion + "/dialog/oauth"), query);
    }

    @Override
    public Exchange exchange(Code code, Deadline deadline) {
        return switch (tokens.exchange(code, deadline)) {
            case GraphReply.Failed(MetaFailure.Rejected rejected) -> new Exchange.CodeRejected();
            case GraphReply.Failed(var why) -> new Exchange.Unavailable(why.summary());
            case GraphReply.Answered(var body) -> {
                try {
                    yield consented(Tokens.read(body, "access_token"), deadline);
                } catch (CallFailedException failed) {
                    yield failed.why() instanceof MetaFailure.PermissionMissing
                            ? new Exchange.PermissionMissing()
                            : new Exchange.Unavailable(failed.why().summary());
                }
            }
        };
    }

    @Override
    public Proof prove(ConsentToken consent, Account account, Deadline deadline) {
        return proof.of(consent, account, deadline);
    }

    @Override
    public Revoking revoke(String metaUserId, Deadline deadline) {
        return Answered.ofRemoval(
                tokens.revoke(metaUserId, deadline),
                new Revoking.Revoked(),
                why -> new Revoking.Unavailable(why.summary()));
    }

    private Exchange consented(AccessToken shortLived, Deadline deadline) {
        var consent = tokens.prolong(shortLived, deadline);
        var granted = granted(consent.token(), deadline);
        if (!granted.contains(scopes.profile())
                || !scopes.discovery().without(granted).names().isEmpty()) {
            return new Exchange.PermissionMissing();
        }
        var me = GraphCall.get(LoginProduct.FACEBOOK, "me").with("fields", "id").as(consent.token());
        var person = Answers.id(CallFailedException.body(client.send(me, deadline)), "id");
        var inspection = tokens.inspect(consent.token(), deadline);
        var candidates = discovery.pages(consent.token(), scopes.openPortfolios(granted), deadline).stream()
                .map(page -> page.candidate(scopes, inspection))
                .toList();
        return new Exchange.Consented(person, granted, consent, candidates);
    }

    /** What the person granted; what they declined is listed as well, and is not granted. */
    private Scopes granted(AccessToken person, Deadline deadline) {
        var call = GraphCall.get(LoginProduct.FACEBOOK, "me", "permissions").as(person);
        var names = new TreeSet<String>();
        for (JsonNode permission : CallFailedException.items(client.list(call, deadline))) {
            if (Answers.text(permission, "status").equals("granted")) {
                names.add(Answers.text(permission, "permission"));
            }
        }
        return new Scopes(names);
    }
}
