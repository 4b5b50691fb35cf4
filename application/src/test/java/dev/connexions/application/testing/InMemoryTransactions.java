package dev.connexions.application.testing;

import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One transaction at a time. */
final class InMemoryTransactions implements Transactions {

    /** What the platform's own tables say of a user. */
    record Membership(@Nullable OrganisationId organisation, boolean administrator) {}

    private final Map<UserId, Membership> users = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final UserId system;
    private final InstantSource clock;
    private Tables committed = new Tables();

    InMemoryTransactions(UserId system, InstantSource clock) {
        this.system = system;
        this.clock = clock;
    }

    @Override
    public <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work) {
        if (isOpenOnThisThread()) {
            throw new IllegalStateException("a transaction is already open on this thread");
        }
        turn.lock();
        try {
            var tx = begin(caller);
            try {
                var result = work.apply(tx);
                committed = tx.tables();
                return result;
            } finally {
                tx.end();
            }
        } finally {
            turn.unlock();
        }
    }

    boolean isOpenOnThisThread() {
        return turn.isHeldByCurrentThread();
    }

    void register(UserId user, Membership membership) {
        users.put(user, membership);
    }

    /** Past every rule, as somebody at the database's prompt would. */
    void tamper(Consumer<Tables> change) {
        turn.lock();
        try {
            change.accept(committed);
        } finally {
            turn.unlock();
        }
    }

    private InMemoryTx begin(Caller caller) {
        return switch (caller) {
            case Caller.User user -> {
                var known = users.getOrDefault(user.id(), new Membership(null, false));
                if (known.organisation() == null && !known.administrator()) {
                    throw new NoOrganisationException();
                }
                if (user.acting() != null && !known.administrator()) {
                    throw new NoOrganisationException();
                }
                var kind = known.administrator() ? Actor.Kind.ADMINISTRATOR : Actor.Kind.USER;
                yield switch (user.acting()) {
                    case null -> open(caller, new Actor(kind, user.id(), null), known);
                    case Acting.Within(var organisation, var reason) ->
                        open(caller, new Actor(kind, user.id(), reason), new Membership(organisation, true));
                    case Acting.Everywhere(var reason) ->
                        open(caller, new Actor(kind, user.id(), reason), new Membership(OrganisationId.PLATFORM, true));
                };
            }
            case Caller.Job job ->
                open(caller, new Actor(Actor.Kind.SYSTEM, system, null), new Membership(job.organisation(), true));
        };
    }

    private InMemoryTx open(Caller caller, Actor actor, Membership as) {
        return new InMemoryTx(
                caller,
                actor,
                Optional.ofNullable(as.organisation()),
                as.administrator(),
                clock.instant(),
                committed.copy());
    }
}
