package dev.connexions.application.testing;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what a test scripts, each code once, and says what it was asked. */
public final class FakeInstagram implements InstagramLogin {

    public record Asked(LoginProduct product, Scopes requested, OneTimeSecret state) {}

    public record Exchanged(LoginProduct product, Code code) {}

    private final InMemoryStore store;
    private final InstantSource clock;
    private final Map<String, Exchange> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Exchanged> exchanged = new CopyOnWriteArrayList<>();
    private volatile Set<LoginProduct> products = Set.of(LoginProduct.INSTAGRAM);
    private volatile boolean up = true;
    private volatile Runnable meanwhile = () -> {};

    public FakeInstagram(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A fresh code that answers this. */
    public Code answering(Exchange answer) {
        var code = new Code("AQB" + OneTimeSecret.random().reveal());
        answers.put(code.value(), answer);
        return code;
    }

    /** A fresh code of the account's owner, who ticked these permissions; an account without a type is personal. */
    public Code consent(Account account, Scopes granted) {
        if (account.type() == null) {
            return answering(new Exchange.NotProfessional());
        }
        if (!granted.contains(ScopeCatalogue.profile(LoginProduct.INSTAGRAM))) {
            return answering(new Exchange.PermissionMissing());
        }
        var now = clock.instant();
        return answering(new Exchange.Granted(
                "app-scoped-" + account.id().value(),
                account,
                granted,
                Fixtures.token(),
                new TokenLease(now, now.plus(Fixtures.TOKEN_LIFETIME))));
    }

    public void offers(Set<LoginProduct> offered) {
        products = Set.copyOf(offered);
    }

    public void goesDown() {
        up = false;
    }

    public void comesBack() {
        up = true;
    }

    /** What happens elsewhere while an exchange is under way. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Exchanged> exchanged() {
        return List.copyOf(exchanged);
    }

    @Override
    public Set<LoginProduct> products() {
        return products;
    }

    @Override
    public URI consentPage(LoginProduct product, Scopes requested, OneTimeSecret state) {
        asked.add(new Asked(product, requested, state));
        return URI.create("https://instagram.example/oauth/authorize?client_id=connexions&scope="
                + URLEncoder.encode(String.join(",", requested.names()), StandardCharsets.UTF_8) + "&state="
                + URLEncoder.encode(state.reveal(), StandardCharsets.UTF_8));
    }

    @Override
    public Exchange exchange(LoginProduct product, Code code) {
        if (store.isInTransaction()) {
            throw new IllegalStateException("Meta was called inside a transaction");
        }
        exchanged.add(new Exchanged(product, code));
        meanwhile.run();
        if (!up) {
            return new Exchange.Unavailable("scripted outage");
        }
        var answer = answers.remove(code.value());
        return answer == null ? new Exchange.CodeRejected() : answer;
    }
}
