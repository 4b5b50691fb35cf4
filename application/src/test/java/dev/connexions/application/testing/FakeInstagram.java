package dev.connexions.application.testing;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
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
import java.util.function.Consumer;

/** Answers what a test scripts, each code once, and says what it was asked. */
public final class FakeInstagram implements InstagramLogin {

    public record Asked(LoginProduct product, Scopes requested, OneTimeSecret state) {}

    public record Exchanged(LoginProduct product, Code code) {}

    public record Proved(LoginProduct product, ConsentToken consent, Account account) {}

    private final InMemoryStore store;
    private final InstantSource clock;
    private final Map<String, Exchange> answers = new ConcurrentHashMap<>();
    private final Map<String, LoginProduct> products = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Exchanged> exchanged = new CopyOnWriteArrayList<>();
    private final Map<ConsentToken, Exchange.Consented> consents = new ConcurrentHashMap<>();
    private final Map<AccountId, Proof> proofs = new ConcurrentHashMap<>();
    private final List<Proved> proved = new CopyOnWriteArrayList<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private volatile Set<LoginProduct> offered = Set.of(LoginProduct.INSTAGRAM);
    private volatile boolean up = true;
    private volatile Runnable meanwhile = () -> {};
    private volatile Consumer<Account> whileProving = account -> {};
    private volatile Consumer<String> whileRevoking = person -> {};

    public FakeInstagram(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A fresh code that answers this, through whichever login product it comes. */
    public Code answering(Exchange answer) {
        var code = new Code("AQB" + OneTimeSecret.random().reveal());
        answers.put(code.value(), answer);
        return code;
    }

    private Code answering(LoginProduct product, Exchange answer) {
        var code = answering(answer);
        products.put(code.value(), product);
        return code;
    }

    /** A fresh code of the account's owner, who ticked these permissions; an account without a type is personal. */
    public Code consent(Account account, Scopes granted) {
        return consent(
                LoginProduct.INSTAGRAM,
                "app-scoped-" + account.id().value(),
                granted,
                List.of(
                        account.type() == null
                                ? Candidate.ineligible(account, null, Obstacle.PERSONAL)
                                : new Candidate.Eligible(account, null)));
    }

    /** A fresh code of a person who ticked these permissions, whereupon Meta shows this. */
    public Code consent(LoginProduct product, String person, Scopes granted, List<Candidate> shown) {
        if (!granted.contains(ScopeCatalogue.profile(product))) {
            return answering(product, new Exchange.PermissionMissing());
        }
        var now = clock.instant();
        var lease = new TokenLease(now, now.plus(Fixtures.TOKEN_LIFETIME));
        return answering(
                product, new Exchange.Consented(person, granted, new ConsentToken(Fixtures.token(), lease), shown));
    }

    /** From now on this is what a proof of the account says, whatever its consent shows. */
    public void proves(AccountId account, Proof answer) {
        proofs.put(account, answer);
    }

    /** From now on a proof of the account says what its consent shows. */
    public void provesAsShown(AccountId account) {
        proofs.remove(account);
    }

    /** What happens elsewhere while a proof is under way. */
    public void whileProving(Consumer<Account> happening) {
        whileProving = happening;
    }

    /** What happens elsewhere while Meta is told to forget a person's consent. */
    public void whileRevoking(Consumer<String> happening) {
        whileRevoking = happening;
    }

    public List<Proved> proved() {
        return List.copyOf(proved);
    }

    /** Whose consents Meta was told to forget, and who has not consented again. */
    public Set<String> revoked() {
        return Set.copyOf(revoked);
    }

    public void offers(Set<LoginProduct> products) {
        offered = Set.copyOf(products);
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
        return offered;
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
        if (products.getOrDefault(code.value(), product) != product) {
            return new Exchange.CodeRejected();
        }
        var answer = answers.remove(code.value());
        if (answer instanceof Exchange.Consented consented) {
            consents.put(consented.token(), consented);
            revoked.remove(consented.metaUserId());
        }
        return answer == null ? new Exchange.CodeRejected() : answer;
    }

    @Override
    public Proof prove(LoginProduct product, ConsentToken consent, Account account) {
        if (store.isInTransaction()) {
            throw new IllegalStateException("Meta was called inside a transaction");
        }
        proved.add(new Proved(product, consent, account));
        whileProving.accept(account);
        if (!up) {
            return new Proof.Unavailable("scripted outage");
        }
        var scripted = proofs.get(account.id());
        return scripted == null ? shown(product, consent, account) : scripted;
    }

    @Override
    public Revoking revoke(LoginProduct product, String metaUserId) {
        if (store.isInTransaction()) {
            throw new IllegalStateException("Meta was called inside a transaction");
        }
        return switch (product) {
            case INSTAGRAM -> new Revoking.NotOffered();
            case FACEBOOK -> {
                whileRevoking.accept(metaUserId);
                if (!up) {
                    yield new Revoking.Unavailable("scripted outage");
                }
                consents.values().removeIf(consented -> consented.metaUserId().equals(metaUserId));
                revoked.add(metaUserId);
                yield new Revoking.Revoked();
            }
        };
    }

    private Proof shown(LoginProduct product, ConsentToken consent, Account account) {
        var consented = consents.get(consent);
        if (consented == null || consent.lease().expiredAt(clock.instant())) {
            return new Proof.ConsentRefused(190, null);
        }
        var found = consented.candidates().stream()
                .filter(candidate -> candidate.id().filter(account.id()::equals).isPresent())
                .findFirst();
        if (found.isEmpty()) {
            return new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED);
        }
        return switch (found.get()) {
            case Candidate.Ineligible ineligible -> new Proof.Unusable(ineligible.obstacle());
            case Candidate.Eligible(var read, var page) ->
                switch (product) {
                    case INSTAGRAM -> new Proof.Usable(read, consent.token(), consent.lease());
                    // a Page's token has no end
                    case FACEBOOK -> new Proof.Usable(read, Fixtures.token(), new TokenLease(clock.instant(), null));
                };
        };
    }
}
