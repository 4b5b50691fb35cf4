package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Instant;

/**
 * Hangs connexions on grants. What a proof brought is stored at once or not at all: the grant with its consent's token, the
 * connexion with its own, and what is written down about both.
 */
public final class Links {

    private final Connexions connexions;
    private final Grants grants;
    private final ConsentTokens consents;
    private final Siblings siblings;
    private final TokenVault vault;
    private final AuditTrail audit;
    private final RenewalPolicy renewals;

    public Links(
            Connexions connexions,
            Grants grants,
            ConsentTokens consents,
            Siblings siblings,
            TokenVault vault,
            AuditTrail audit,
            RenewalPolicy renewals) {
        this.connexions = connexions;
        this.grants = grants;
        this.consents = consents;
        this.siblings = siblings;
        this.vault = vault;
        this.audit = audit;
        this.renewals = renewals;
    }

    /** The person consented, and the account was proved: from now on everybody else on their grant is to be proved anew. */
    Change consented(
            Tx tx,
            Connexion connexion,
            AuthorizationSession session,
            Consent consent,
            ConsentToken token,
            Proof.Usable proved,
            Instant now) {
        var grant = grants.of(tx, session.product(), consent.metaUserId())
                .map(stored -> stored.renewed(session, consent, now))
                .orElseGet(() -> Grant.first(session, consent, now));
        var change = connect(connexion, grant, proved, session.startedBy(), now);
        if (change instanceof Change.Accepted accepted) {
            grants.save(tx, grant);
            if (grant.consent() != null) {
                consents.keep(tx, grant.id(), token.token());
                siblings.await(tx, grant);
            }
            store(tx, accepted, proved);
            siblings.proved(tx, grant, connexion.id());
            connexion
                    .state()
                    .linked()
                    .map(Link::grant)
                    .filter(former -> !former.equals(grant.id()))
                    .ifPresent(former -> grants.removeUnused(tx, former));
        }
        return change;
    }

    /** The account was proved under a consent that was given for another connexion. */
    void proved(Tx tx, Connexion connexion, Grant grant, Proof.Usable proved, UserId onBehalfOf, Instant now) {
        if (connect(connexion, grant, proved, onBehalfOf, now) instanceof Change.Accepted accepted) {
            store(tx, accepted, proved);
        }
    }

    /** The consent does not cover the account, or no more. */
    void withdrawn(Tx tx, Connexion connexion, Obstacle why, UserId onBehalfOf, Instant now) {
        if (connexion.withdraw(why.code(), onBehalfOf, now) instanceof Change.Accepted(var next, var events)
                && !events.isEmpty()) {
            connexions.save(tx, next);
            audit.append(tx, events);
        }
    }

    private Change connect(Connexion connexion, Grant grant, Proof.Usable proved, UserId onBehalfOf, Instant now) {
        var link = new Link(
                grant.product(), proved.account(), grant.id(), grant.requested(), grant.granted(), proved.lease());
        return connexion.connect(link, onBehalfOf, renewals, now);
    }

    private void store(Tx tx, Change.Accepted accepted, Proof.Usable proved) {
        connexions.save(tx, accepted.next());
        vault.store(tx, accepted.next().id(), proved.token());
        audit.append(tx, accepted.events());
    }
}
