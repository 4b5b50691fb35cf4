package dev.connexions.domain.connexion;

import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's link to one Instagram professional account. Immutable: a transition answers a {@link Change}.
 *
 * @param activatedAt when the operator's switch was last turned on
 * @param since when it entered its state
 * @param version the store's, for the optimistic lock; 0 while the store keeps no state of ours for the row
 * @param refreshing how the renewal of its token goes
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
        long version,
        Refreshing refreshing) {

    public sealed interface Change {
        record Accepted(Connexion next, List<ConnexionEvent> events) implements Change {}

        record Refused(Refusal why) implements Change {}
    }

    public enum Refusal {
        /** A reconnect must come back with the account it left with; another account is another connexion. */
        WRONG_ACCOUNT,
        /** Its state, or what it holds, knows no such transition. */
        ILLEGAL_TRANSITION
    }

    /** A fresh consent, which {@code onBehalfOf} had asked for, was proved. Heals every state. */
    public Change connect(Link link, UserId onBehalfOf, RenewalPolicy renewals, Instant now) {
        var known = state.linked().map(Link::account).map(Account::id);
        if (known.isPresent() && !known.get().equals(link.account().id())) {
            return new Change.Refused(Refusal.WRONG_ACCOUNT);
        }
        var since = state instanceof State.Active ? this.since : now;
        var next = with(
                client,
                accountEmail,
                dailyLimit,
                enabled,
                activatedAt,
                new State.Active(link),
                since,
                refreshing.startingAt(opensAt(link, renewals, now)));
        return new Change.Accepted(
                next,
                List.of(
                        switch (state) {
                            case State.Pending p -> activated(link, onBehalfOf, now);
                            case State.Active a -> activated(link, onBehalfOf, now);
                            case State.Revoked r -> activated(link, onBehalfOf, now);
                            case State.Throttled t -> recovered(link, onBehalfOf, now);
                            case State.Failing f -> recovered(link, onBehalfOf, now);
                            case State.Expired e -> recovered(link, onBehalfOf, now);
                            case State.ReauthorizationRequired r -> recovered(link, onBehalfOf, now);
                            case State.Unreadable u -> recovered(link, onBehalfOf, now);
                        }));
    }

    /** What a renewal would renew: empty where there is no token that works, or its kind knows no renewal. */
    public Optional<Link> renewable() {
        return alive().filter(link -> link.way() == LoginProduct.INSTAGRAM);
    }

    /** Whether the service renews the token now of its own accord. */
    public boolean dueAt(Instant now, RenewalPolicy renewals) {
        return refreshing.nextAt() != null
                && !now.isBefore(refreshing.nextAt())
                && renewable()
                        .map(Link::lease)
                        .filter(lease -> lease.renewalAt(now) instanceof TokenLease.Renewal.Possible)
                        .filter(lease -> lease.issuedAt() == null
                                || renewals.opensAt(lease, now)
                                        .filter(at -> !now.isBefore(at))
                                        .isPresent())
                        .isPresent();
    }

    /** With the renewal of its token planned anew, as from now. */
    public Connexion planned(RenewalPolicy renewals, Instant now) {
        var opens = renewable().map(link -> opensAt(link, renewals, now)).orElse(null);
        return refreshing(refreshing.startingAt(opens));
    }

    /** A token that took the former one's place; the state stays, since a renewal proves nothing else. */
    public Change renewed(TokenLease lease, RenewalPolicy renewals, Instant now) {
        return renewable()
                .map(link -> {
                    var next = link.renewed(lease);
                    var event = new ConnexionEvent.Renewed(id, organisation, now, link.lease(), lease);
                    var refreshed = Refreshing.renewedAt(now, opensAt(next, renewals, now));
                    return accepted(
                            with(
                                    client,
                                    accountEmail,
                                    dailyLimit,
                                    enabled,
                                    activatedAt,
                                    holding(next),
                                    since,
                                    refreshed),
                            event);
                })
                .orElseGet(Connexion::illegal);
    }

    /**
     * Changes no state: whether a connexion is over, only a look at the account itself can tell.
     *
     * @param notBefore when Meta wants to be asked again, if it said
     */
    public Change renewalFailed(RenewalFailure why, @Nullable Instant notBefore, RenewalPolicy renewals, Instant now) {
        return renewable()
                .map(link -> {
                    var retry = renewals.retryAt(link.lease(), refreshing.failures() + 1, notBefore, now)
                            .orElse(null);
                    return accepted(refreshing(refreshing.failed(why, retry, now)), failed(why, retry, now));
                })
                .orElseGet(Connexion::illegal);
    }

    /** A failure of what somebody asked for: the service's own plan stays as it was. */
    public Change renewalOnDemandFailed(RenewalFailure why, Instant now) {
        return accepted(refreshing(refreshing.failedOnDemand(why, now)), failed(why, refreshing.nextAt(), now));
    }

    /** Says what the clock has done already. */
    public Change expire(Instant now) {
        return alive().filter(link -> link.lease().expiredAt(now))
                .map(link -> {
                    var event = new ConnexionEvent.Expired(
                            id, organisation, now, state.status(), link.lease().expiresAt());
                    var expired = new State.Expired(link, Cause.of(Cause.TOKEN_EXPIRED));
                    return accepted(
                            with(
                                    client,
                                    accountEmail,
                                    dailyLimit,
                                    enabled,
                                    activatedAt,
                                    expired,
                                    now,
                                    refreshing.startingAt(null)),
                            event);
                })
                .orElseGet(Connexion::illegal);
    }

    /** Meta says, when asked with the token of the very consent that it hangs on, that the account is not to be had. */
    public Change withdraw(String reason, UserId onBehalfOf, Instant now) {
        var before = state.why().map(Cause::reason);
        return switch (state) {
            case State.Active(var link) -> withdrawn(link, reason, now, onBehalfOf, now);
            case State.Throttled throttled -> withdrawn(throttled.link(), reason, now, onBehalfOf, now);
            case State.Failing(var link, var cause) -> withdrawn(link, reason, now, onBehalfOf, now);
            case State.Expired(var link, var cause) -> withdrawn(link, reason, now, onBehalfOf, now);
            case State.ReauthorizationRequired(var link, var cause) ->
                before.filter(reason::equals).isPresent()
                        ? unchanged()
                        : withdrawn(link, reason, since, onBehalfOf, now);
            case State.Pending p -> illegal();
            case State.Revoked r -> illegal();
            case State.Unreadable u -> illegal();
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
                        with(client, accountEmail, limit, enabled, activatedAt, state, since, refreshing),
                        List.of(new ConnexionEvent.LimitChanged(id, organisation, now, dailyLimit, limit)));
    }

    /** Whom it serves, and where the account's owner is reached; saying what is so already changes nothing. */
    public Change update(ClientRef serving, AccountEmail email, Instant now) {
        return serving.equals(client) && email.equals(accountEmail)
                ? unchanged()
                : new Change.Accepted(
                        with(serving, email, dailyLimit, enabled, activatedAt, state, since, refreshing),
                        List.of(new ConnexionEvent.Updated(
                                id, organisation, now, client, serving, accountEmail, email)));
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
            return new Availability.Unavailable(Cause.TOKEN_EXPIRED);
        }
        var granted = link.product() == null
                ? List.of(LoginProduct.values()).stream()
                        .anyMatch(product -> link.granted().contains(ScopeCatalogue.opens(product, capability)))
                : link.granted().contains(ScopeCatalogue.opens(link.product(), capability));
        return granted ? new Availability.Available() : new Availability.Unavailable("scope_missing");
    }

    private Change withdrawn(@Nullable Link link, String reason, Instant sinceWhen, UserId onBehalfOf, Instant now) {
        var cause = new Cause(reason, new Cause.Evidence(null, null, now));
        return accepted(
                with(
                        client,
                        accountEmail,
                        dailyLimit,
                        enabled,
                        activatedAt,
                        new State.ReauthorizationRequired(link, cause),
                        sinceWhen,
                        refreshing.startingAt(null)),
                new ConnexionEvent.ReauthorizationRequired(id, organisation, now, state.status(), cause, onBehalfOf));
    }

    private ConnexionEvent activated(Link link, UserId onBehalfOf, Instant now) {
        return new ConnexionEvent.Activated(id, organisation, now, state.status(), link, onBehalfOf);
    }

    private ConnexionEvent recovered(Link link, UserId onBehalfOf, Instant now) {
        return new ConnexionEvent.Recovered(id, organisation, now, state.status(), link, onBehalfOf);
    }

    private ConnexionEvent failed(RenewalFailure why, @Nullable Instant retry, Instant now) {
        return new ConnexionEvent.RenewalFailed(id, organisation, now, why, retry);
    }

    /** The link of a state in which the token is taken to work. */
    private Optional<Link> alive() {
        return switch (state) {
            case State.Active(var link) -> Optional.of(link);
            case State.Throttled throttled -> Optional.of(throttled.link());
            case State.Failing failing -> Optional.ofNullable(failing.link());
            case State.Pending p -> Optional.empty();
            case State.Expired e -> Optional.empty();
            case State.ReauthorizationRequired r -> Optional.empty();
            case State.Revoked r -> Optional.empty();
            case State.Unreadable u -> Optional.empty();
        };
    }

    /** The same state around another link. */
    private State holding(Link link) {
        return switch (state) {
            case State.Active a -> new State.Active(link);
            case State.Throttled t -> new State.Throttled(link, t.cause(), t.until());
            case State.Failing f -> new State.Failing(link, f.cause());
            case State.Expired e -> new State.Expired(link, e.cause());
            case State.ReauthorizationRequired r -> new State.ReauthorizationRequired(link, r.cause());
            case State.Revoked r -> new State.Revoked(link, r.cause());
            case State.Unreadable u -> new State.Unreadable(link, u.cause());
            case State.Pending p -> p;
        };
    }

    private static @Nullable Instant opensAt(Link link, RenewalPolicy renewals, Instant now) {
        return link.way() == LoginProduct.INSTAGRAM
                ? renewals.opensAt(link.lease(), now).orElse(null)
                : null;
    }

    private static Change accepted(Connexion next, ConnexionEvent event) {
        return new Change.Accepted(next, List.of(event));
    }

    private static Change illegal() {
        return new Change.Refused(Refusal.ILLEGAL_TRANSITION);
    }

    private Connexion refreshing(Refreshing next) {
        return with(client, accountEmail, dailyLimit, enabled, activatedAt, state, since, next);
    }

    private Connexion switched(boolean on, Instant activated) {
        return with(client, accountEmail, dailyLimit, on, activated, state, since, refreshing);
    }

    /** The one place that spells out what a transition may change and what passes through. */
    private Connexion with(
            ClientRef client,
            AccountEmail accountEmail,
            @Nullable DailyLimit dailyLimit,
            boolean enabled,
            Instant activatedAt,
            State state,
            Instant since,
            Refreshing refreshing) {
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
                version,
                refreshing);
    }

    private Change unchanged() {
        return new Change.Accepted(this, List.of());
    }
}
