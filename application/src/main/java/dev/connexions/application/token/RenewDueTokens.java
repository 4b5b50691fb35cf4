package dev.connexions.application.token;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals.Claim;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renews tokens long before they end. Claims in one transaction, calls Meta in none, keeps the answer in another: a crash
 * in between costs a claim, which lapses, and no token.
 */
public final class RenewDueTokens {

    /** How many a turn takes on at most. */
    public static final int BATCH = 20;

    /** As long as a batch takes when Meta answers each call at the last moment, and a while more. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** For a row that cannot be read: nobody tells us when it can be again. */
    private static final Duration UNREADABLE = Duration.ofHours(1);

    private final Transactions transactions;
    private final Connexions connexions;
    private final TokenVault vault;
    private final DueRenewals renewals;
    private final AuditTrail audit;
    private final RenewalPolicy policy;
    private final InstantSource clock;
    private final Renewing renewing;

    public RenewDueTokens(
            Transactions transactions,
            Connexions connexions,
            TokenVault vault,
            DueRenewals renewals,
            AuditTrail audit,
            InstagramTokens tokens,
            RenewalPolicy policy,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.vault = vault;
        this.renewals = renewals;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
        this.renewing = new Renewing(transactions, connexions, vault, renewals, audit, tokens, policy, clock);
    }

    /** How many were due. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("renewal", RequestId.random());
        var now = clock.instant();
        var claims = transactions.in(across, tx -> renewals.claim(tx, now, now.plus(LEASE), BATCH));
        Batch.each(claims, claim -> renew(across.within(claim.organisation()), claim));
        return claims.size();
    }

    private void renew(Caller.Job job, Claim claim) {
        transactions
                .in(job, tx -> prepare(tx, claim))
                .ifPresent(order -> renewing.carryOut(job, order, Renewing.Origin.PLAN));
    }

    /** What is due was found by a date alone: the domain judges, with the connexion locked. */
    private Optional<Renewing.Order> prepare(Tx tx, Claim claim) {
        var connexion = connexions.lock(tx, claim.connexion()).orElse(null);
        if (connexion == null || !renewals.isHeld(tx, claim)) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (!connexion.dueAt(now, policy)) {
            putRight(tx, connexion, now);
            renewals.release(tx, claim, now);
            return Optional.empty();
        }
        if (!(vault.open(tx, connexion.id()) instanceof TokenVault.Opened.Token(var token))) {
            renewals.release(tx, claim, now.plus(UNREADABLE));
            return Optional.empty();
        }
        return connexion.renewable().map(link -> new Renewing.Order(claim, link.way(), token));
    }

    private void putRight(Tx tx, Connexion connexion, Instant now) {
        switch (connexion.expire(now)) {
            case Change.Accepted(var expired, var events) -> {
                connexions.save(tx, expired);
                audit.append(tx, events);
            }
            case Change.Refused refused -> {
                var planned = connexion.refreshing().nextAt();
                if (planned == null || !planned.isAfter(now)) {
                    renewals.plan(
                            tx,
                            connexion.id(),
                            connexion.planned(policy, now).refreshing().nextAt());
                }
            }
        }
    }
}
