package dev.connexions.application.authorization;

import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.Siblings.Claim;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * After a consent: proves everybody else who hangs on its grant, since whoever consents anew decides anew about every
 * account. Each gets its new token and is well again, or gets the reason why it is not. Meta is asked with nothing open.
 */
public final class VerifySiblings {

    /** How many grants a turn takes on at most. */
    public static final int BATCH = 1;

    private static final int PAGE = 100;
    private static final int AT_ONCE = 4;

    /** As long as hundreds take when Meta answers each call at the last moment. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Transactions transactions;
    private final Connexions connexions;
    private final Grants grants;
    private final ConsentTokens consents;
    private final Siblings siblings;
    private final Links links;
    private final InstagramLogin login;
    private final InstantSource clock;

    public VerifySiblings(
            Transactions transactions,
            Connexions connexions,
            Grants grants,
            ConsentTokens consents,
            Siblings siblings,
            Links links,
            InstagramLogin login,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.grants = grants;
        this.consents = consents;
        this.siblings = siblings;
        this.links = links;
        this.login = login;
        this.clock = clock;
    }

    /** How many grants it looked at. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("verify-siblings", RequestId.random());
        var now = clock.instant();
        var claims = transactions.in(across, tx -> siblings.claim(tx, now, now.plus(LEASE), BATCH));
        Batch.each(claims, claim -> verify(across.within(claim.organisation()), claim));
        return claims.size();
    }

    /** @param onBehalfOf who had the platform ask for the consent */
    private record Order(Grant grant, UserId onBehalfOf, ConsentToken token) {}

    private void verify(Caller.Job job, Claim claim) {
        var order = transactions.in(job, tx -> order(tx, claim)).orElse(null);
        if (order == null) {
            release(job, claim, null);
            return;
        }
        var verdicts = EnumSet.noneOf(Verdict.class);
        var page = page(job, order, null);
        while (!page.isEmpty() && !verdicts.contains(Verdict.CONSENT_REFUSED)) {
            verdicts.addAll(Batch.atOnce(page, AT_ONCE, id -> verify(job, order, id)));
            page = page(job, order, page.getLast());
        }
        release(job, claim, next(order, verdicts));
        if (verdicts.equals(EnumSet.of(Verdict.SETTLED))) {
            confirm(job, order.grant());
        }
    }

    private List<ConnexionId> page(Caller.Job job, Order order, @Nullable ConnexionId after) {
        return transactions.in(job, tx -> siblings.unproved(tx, order.grant(), after, PAGE));
    }

    /** Empty when there is nothing to prove anybody with. */
    private Optional<Order> order(Tx tx, Claim claim) {
        var grant = grants.find(tx, claim.grant()).orElse(null);
        return grant != null
                        && grant.consent() != null
                        && grant.consentedFor() != null
                        && !grant.consent().expiredAt(clock.instant())
                        && consents.of(tx, grant.id()) instanceof TokenVault.Opened.Token(var token)
                ? Optional.of(new Order(grant, grant.consentedFor(), new ConsentToken(token, grant.consent())))
                : Optional.empty();
    }

    private enum Verdict {
        /** Healed, or judged, or none of this consent's any more. */
        SETTLED,
        /** Meta did not say, or somebody else was at the connexion. */
        OPEN,
        /** Meta does not take the consent's token: there is no use in asking about the others now. */
        CONSENT_REFUSED
    }

    private @Nullable Instant next(Order order, Set<Verdict> verdicts) {
        if (!verdicts.contains(Verdict.OPEN) && !verdicts.contains(Verdict.CONSENT_REFUSED)) {
            return null;
        }
        // the longer Meta has not said, the rarer it is asked
        var now = clock.instant();
        var waited = Duration.between(order.grant().grantedAt(), now).dividedBy(2);
        var pause = waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited;
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private Verdict verify(Caller.Job job, Order order, ConnexionId id) {
        var account = transactions.in(job, tx -> connexions.find(tx, id).flatMap(found -> account(found, order)));
        if (account.isEmpty()) {
            return settle(job, order, id, null);
        }
        var proof = ask(order, account.get());
        return switch (proof) {
            case Proof.Usable usable -> settle(job, order, id, proof);
            case Proof.Unusable unusable -> settle(job, order, id, proof);
            case Proof.ConsentRefused refused -> Verdict.CONSENT_REFUSED;
            case Proof.Unavailable unavailable -> Verdict.OPEN;
        };
    }

    /** Nothing ends on one answer: what is not to be had is asked for twice. */
    private Proof ask(Order order, Account account) {
        var product = order.grant().product();
        var first = login.prove(product, order.token(), account);
        return first instanceof Proof.Unusable ? login.prove(product, order.token(), account) : first;
    }

    private Verdict settle(Caller.Job job, Order order, ConnexionId id, @Nullable Proof proof) {
        try {
            return transactions.in(job, tx -> {
                var connexion = connexions.lock(tx, id).orElse(null);
                var grant = grants.find(tx, order.grant().id()).orElse(null);
                if (connexion == null
                        || grant == null
                        || grant.consents() != order.grant().consents()) {
                    return Verdict.SETTLED;
                }
                account(connexion, order).ifPresent(account -> judge(tx, connexion, account, order, proof));
                siblings.proved(tx, grant, id);
                return Verdict.SETTLED;
            });
        } catch (StaleException raced) {
            return Verdict.OPEN;
        }
    }

    private void judge(Tx tx, Connexion connexion, Account account, Order order, @Nullable Proof proof) {
        var now = clock.instant();
        switch (proof) {
            case Proof.Usable usable
            when usable.account().id().equals(account.id()) ->
                links.proved(tx, connexion, order.grant(), usable, order.onBehalfOf(), now);
            case Proof.Unusable(var why) -> links.withdrawn(tx, connexion, why, order.onBehalfOf(), now);
            case null, default -> {}
        }
    }

    private void release(Caller.Job job, Claim claim, @Nullable Instant next) {
        transactions.<@Nullable Void>in(job, tx -> {
            siblings.release(tx, claim, next);
            return null;
        });
    }

    private void confirm(Caller.Job job, Grant proved) {
        transactions.<@Nullable Void>in(job, tx -> {
            grants.find(tx, proved.id())
                    .filter(stored -> stored.consents() == proved.consents())
                    .ifPresent(stored -> grants.save(tx, stored.verified(clock.instant())));
            return null;
        });
    }

    /** Of a connexion that still hangs on the grant. */
    private static Optional<Account> account(Connexion connexion, Order order) {
        return connexion
                .state()
                .linked()
                .filter(link -> order.grant().id().equals(link.grant()))
                .map(Link::account);
    }
}
