package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.Seen;
import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.VerifySiblings;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.application.token.RenewDueTokens;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The use cases over one in-memory store, and what they answer in the scenarios' terms. */
final class MemoryWiring {

    final InMemoryApplication app = InMemoryApplication.create();

    void takeTurns() {
        var renew = app.renewDueTokens();
        app.planRenewals().turn();
        while (renew.turn() == RenewDueTokens.BATCH) {
            Thread.onSpinWait();
        }
        app.expireTokens().turn();
        app.resumeAuthorizations().turn();
        var verify = app.verifySiblings();
        while (verify.turn() == VerifySiblings.BATCH) {
            Thread.onSpinWait();
        }
        app.revokeConsents().turn();
        app.adoptTokens().turn();
    }

    Seen.Connexion seen(Connexion connexion) {
        var now = app.clock().instant();
        var capabilities = new HashMap<String, @Nullable String>();
        for (var capability : Capability.values()) {
            capabilities.put(
                    capability.code(),
                    connexion.availability(capability, now) instanceof Availability.Unavailable(var reason)
                            ? reason
                            : null);
        }
        var link = connexion.state().linked();
        return new Seen.Connexion(
                connexion.id().value(),
                connexion.organisation().value(),
                connexion.key().value(),
                connexion.state().status().code(),
                connexion.enabled(),
                link.map(Link::account).map(account -> account.username()).orElse(null),
                capabilities,
                link.map(Link::missing)
                        .map(missing -> List.copyOf(missing.names()))
                        .orElse(List.of()),
                link.map(Link::lease).map(lease -> lease.expiresAt()).orElse(null),
                connexion.stamps().createdAt(),
                connexion.refreshing().nextAt(),
                connexion.refreshing().last() == null
                        ? null
                        : connexion.refreshing().last().result(),
                connexion.client().type(),
                connexion.client().id(),
                link.map(Link::grant).map(grant -> grant.value()).orElse(null),
                connexion.state().why().map(cause -> cause.reason()).orElse(null));
    }

    Seen.Session seen(AuthorizationSession session, @Nullable String link, List<Connexion> affected) {
        return new Seen.Session(
                session.id().value(),
                session.statusAt(app.clock().instant()).name().toLowerCase(Locale.ROOT),
                session.progress() instanceof Progress.Failed failed
                        ? failed.failure().code()
                        : null,
                link,
                session.candidates().stream().map(MemoryWiring::seen).toList(),
                affected.stream().map(other -> other.id().value()).toList());
    }

    private static Seen.Candidate seen(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Eligible(var account, var page) ->
                new Seen.Candidate(account.id().value(), page, null);
            case Candidate.Ineligible it ->
                new Seen.Candidate(
                        it.account() == null ? null : it.account().value(),
                        it.page(),
                        it.obstacle().code());
        };
    }

    Seen.Audit seen(List<AuditTrail.Read> entries) {
        return new Seen.Audit(entries.stream()
                .map(AuditTrail.Read::entry)
                .map(entry -> new Seen.Entry(
                        entry.sequence(),
                        entry.action().code(),
                        entry.actor().kind().code(),
                        entry.actor().reason(),
                        entry.outcome().code(),
                        entry.previousHash().hex(),
                        entry.hash().hex()))
                .toList());
    }
}
