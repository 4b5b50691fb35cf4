package dev.connexions.domain.connexion;

import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's link to one Instagram professional account. Immutable: a transition answers a {@link Change}.
 *
 * @param activatedAt when the operator's switch was last turned on
 * @param since when it entered its state
 * @param version the store's, for the optimistic lock; 0 while the store keeps no state of ours for the row
 */
public record Connexion(
        ConnexionId id,
        OrganisationId organisation,
        ConnexionKey key,
        ClientRef client,
        AccountEmail accountEmail,
        @Nullable DailyLimit dailyLimit,
        boolean enabled,
        Instant activatedAt,
        State state,
        Instant since,
        @Nullable Instant lastSyncedAt,
        Stamps stamps,
        long version) {

    public sealed interface Change {
        record Accepted(Connexion next, List<ConnexionEvent> events) implements Change {}

        record Refused(Refusal why) implements Change {}
    }

    public enum Refusal {
        /** A reconnect must come back with the account it left with; another account is another connexion. */
        WRONG_ACCOUNT
    }

    /** A fresh consent, which {@code onBehalfOf} had asked for, was proved. Heals every state. */
    public Change connect(Link link, UserId onBehalfOf, Instant now) {
        var known = state.linked().map(Link::account).map(Account::id);
        if (known.isPresent() && !known.get().equals(link.account().id())) {
            return new Change.Refused(Refusal.WRONG_ACCOUNT);
        }
        var active = new State.Active(link);
        return switch (state) {
            case State.Pending p -> to(active, now, activated(link, onBehalfOf, now));
            case State.Active a -> to(active, since, activated(link, onBehalfOf, now));
            case State.Revoked r -> to(active, now, activated(link, onBehalfOf, now));
            case State.Throttled t -> to(active, now, recovered(link, onBehalfOf, now));
            case State.Failing f -> to(active, now, recovered(link, onBehalfOf, now));
            case State.Expired e -> to(active, now, recovered(link, onBehalfOf, now));
            case State.ReauthorizationRequired r -> to(active, now, recovered(link, onBehalfOf, now));
            case State.Unreadable u -> to(active, now, recovered(link, onBehalfOf, now));
        };
    }

    /** The operator's switch, independent of health; turning on what is on changes nothing. */
    public Change enable(Instant now) {
        return enabled
                ? unchanged()
                : new Change.Accepted(switched(true, now), List.of(new ConnexionEvent.Enabled(id, organisation, now)));
    }

    public Change disable(Instant now) {
        return enabled
                ? new Change.Accepted(
                        switched(false, activatedAt), List.of(new ConnexionEvent.Disabled(id, organisation, now)))
                : unchanged();
    }

    /** What is taken of the day stays taken; the limit it has already changes nothing. */
    public Change limit(@Nullable DailyLimit limit, Instant now) {
        return Objects.equals(dailyLimit, limit)
                ? unchanged()
                : new Change.Accepted(
                        with(client, accountEmail, limit, enabled, activatedAt, state, since),
                        List.of(new ConnexionEvent.LimitChanged(id, organisation, now, dailyLimit, limit)));
    }

    public ConnexionEvent erased(Instant now) {
        return new ConnexionEvent.Erased(id, organisation, now, key, state.status());
    }

    /** Connected is not capable: a capability needs the switch, a healthy state, a live token and the granted scope. */
    public Availability availability(Capability capability, Instant now) {
        if (!enabled) {
            return new Availability.Unavailable("disabled");
        }
        if (!(state instanceof State.Active(var link))) {
            return new Availability.Unavailable("status_" + state.status().code());
        }
        if (link.lease().expiredAt(now)) {
            return new Availability.Unavailable("token_expired");
        }
        var granted = link.product() == null
                ? List.of(LoginProduct.values()).stream()
                        .anyMatch(product -> link.granted().contains(ScopeCatalogue.opens(product, capability)))
                : link.granted().contains(ScopeCatalogue.opens(link.product(), capability));
        return granted ? new Availability.Available() : new Availability.Unavailable("scope_missing");
    }

    private ConnexionEvent activated(Link link, UserId onBehalfOf, Instant now) {
        return new ConnexionEvent.Activated(id, organisation, now, state.status(), link, onBehalfOf);
    }

    private ConnexionEvent recovered(Link link, UserId onBehalfOf, Instant now) {
        return new ConnexionEvent.Recovered(id, organisation, now, state.status(), link, onBehalfOf);
    }

    private Change to(State next, Instant since, ConnexionEvent event) {
        return new Change.Accepted(
                with(client, accountEmail, dailyLimit, enabled, activatedAt, next, since), List.of(event));
    }

    private Connexion switched(boolean on, Instant activated) {
        return with(client, accountEmail, dailyLimit, on, activated, state, since);
    }

    /** The one place that spells out what a transition may change and what passes through. */
    private Connexion with(
            ClientRef client,
            AccountEmail accountEmail,
            @Nullable DailyLimit dailyLimit,
            boolean enabled,
            Instant activatedAt,
            State state,
            Instant since) {
        return new Connexion(
                id,
                organisation,
                key,
                client,
                accountEmail,
                dailyLimit,
                enabled,
                activatedAt,
                state,
                since,
                lastSyncedAt,
                stamps,
                version);
    }

    private Change unchanged() {
        return new Change.Accepted(this, List.of());
    }
}
