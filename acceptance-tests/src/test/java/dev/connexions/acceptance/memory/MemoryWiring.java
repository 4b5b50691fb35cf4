package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.Seen;
import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.EraseConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.ShowConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The use cases over one in-memory store. */
final class MemoryWiring {

    final SettableTime clock = new SettableTime(Fixtures.NOW);
    final InMemoryStore store = new InMemoryStore(clock);
    final FakeInstagram instagram = new FakeInstagram(store, clock);

    final CreateConnexion create = new CreateConnexion(store.transactions(), store.connexions(), store.audit(), clock);
    final ShowConnexion show = new ShowConnexion(store.transactions(), store.connexions());
    final ListConnexions list = new ListConnexions(store.transactions(), store.connexions(), clock);
    final SwitchConnexion turn = new SwitchConnexion(store.transactions(), store.connexions(), store.audit(), clock);
    final EraseConnexion erase = new EraseConnexion(store.transactions(), store.connexions(), store.audit(), clock);
    final OpenAuthorizationSession open = new OpenAuthorizationSession(
            store.transactions(),
            store.connexions(),
            store.sessions(),
            store.audit(),
            instagram,
            new ReturnUrls(List.of()),
            clock);
    final ShowAuthorizationSession session = new ShowAuthorizationSession(store.transactions(), store.sessions());
    final BeginConsent begin = new BeginConsent(store.transactions(), store.sessions(), instagram, clock);
    final CompleteAuthorization complete = new CompleteAuthorization(
            store.transactions(),
            store.sessions(),
            store.connexions(),
            store.grants(),
            store.vault(),
            store.audit(),
            instagram,
            clock);
    final ReadAccessToken readToken =
            new ReadAccessToken(store.transactions(), store.connexions(), store.vault(), store.audit(), clock);
    final ReadAuditTrail audit = new ReadAuditTrail(store.transactions(), store.connexions(), store.audit());
    final RefuseAccess refuse = new RefuseAccess(store.transactions(), store.connexions(), store.audit(), clock);

    Seen.Connexion seen(Connexion connexion) {
        var now = clock.instant();
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
                connexion.stamps().createdAt());
    }

    Seen.Session seen(AuthorizationSession session, @Nullable String link) {
        return new Seen.Session(
                session.id().value(),
                session.statusAt(clock.instant()).name().toLowerCase(Locale.ROOT),
                session.progress() instanceof Progress.Failed(var at, var failure) ? failure.code() : null,
                link);
    }

    Seen.Audit seen(List<AuditTrail.Read> entries) {
        return new Seen.Audit(entries.stream()
                .map(AuditTrail.Read::entry)
                .map(entry -> new Seen.Entry(
                        entry.sequence(),
                        entry.action().code(),
                        entry.actor().kind().code(),
                        entry.outcome().code(),
                        entry.previousHash().hex(),
                        entry.hash().hex()))
                .toList());
    }
}
