package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Consent at Meta, by HTTP; one way in for each login product that is configured. */
public final class GraphLogin implements InstagramLogin {

    /** The port promises ten seconds; the rest is for whoever answers the browser. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final Map<LoginProduct, ProductLogin> logins = new EnumMap<>(LoginProduct.class);
    private final Duration limit;

    public GraphLogin(GraphClient client, MetaSettings settings, InstantSource clock) {
        this(client, settings, clock, LIMIT);
    }

    GraphLogin(GraphClient client, MetaSettings settings, InstantSource clock, Duration limit) {
        this.limit = limit;
        var instagram = settings.instagram();
        if (instagram != null) {
            logins.put(
                    LoginProduct.INSTAGRAM,
                    new InstagramProductLogin(instagram, settings.redirectUri(), client, clock));
        }
        var facebook = settings.facebook();
        if (facebook != null) {
            logins.put(
                    LoginProduct.FACEBOOK,
                    new FacebookProductLogin(facebook, settings.graphVersion(), settings.redirectUri(), client, clock));
        }
    }

    @Override
    public Set<LoginProduct> products() {
        return Set.copyOf(logins.keySet());
    }

    @Override
    public URI consentPage(LoginProduct product, Scopes requested, OneTimeSecret state) {
        var login = logins.get(product);
        if (login == null) {
            throw new IllegalStateException("the login product " + product.code() + " is not configured");
        }
        return login.consentPage(requested, state);
    }

    @Override
    public Exchange exchange(LoginProduct product, Code code) {
        var login = logins.get(product);
        if (login == null) {
            return new Exchange.Unavailable("the login product " + product.code() + " is not configured");
        }
        try {
            return login.exchange(code, Deadline.in(limit));
        } catch (GarbledAnswerException garbled) {
            return new Exchange.Unavailable("Meta's answer cannot be trusted: " + garbled.getMessage());
        }
    }

    @Override
    public Proof prove(LoginProduct product, ConsentToken consent, Account account) {
        var login = logins.get(product);
        if (login == null) {
            return new Proof.Unavailable("the login product " + product.code() + " is not configured");
        }
        try {
            return login.prove(consent, account, Deadline.in(limit));
        } catch (GarbledAnswerException garbled) {
            return new Proof.Unavailable("Meta's answer cannot be trusted: " + garbled.getMessage());
        }
    }

    @Override
    public Revoking revoke(LoginProduct product, String metaUserId) {
        var login = logins.get(product);
        return login == null
                ? new Revoking.Unavailable("the login product " + product.code() + " is not configured")
                : login.revoke(metaUserId, Deadline.in(limit));
    }
}
