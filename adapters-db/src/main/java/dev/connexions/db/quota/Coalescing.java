package dev.connexions.db.quota;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Those who want the same row queue for it here instead of in the database, where each would cost a lock, a wake-up and a
 * commit of its own. Whoever finds nobody goes straight ahead, alone. Whoever comes meanwhile waits; the one that is done
 * makes the first of them lead, and the leader does the work of all that wait by then, in the order in which they came.
 *
 * <p>A leader leads once, so nobody works for others for ever. What waits is a thread each, and a lane is gone when nobody
 * is in it: this holds no more than the requests in flight.
 *
 * @param <K> what must be the same
 * @param <Q> what each wants
 * @param <A> what each gets
 */
final class Coalescing<K, Q, A> {

    private static final int MOST_AT_ONCE = 256;

    /** One that waits, or whose work is being done. */
    static final class Ticket<Q, A> {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        /** Done with the tickets that this one's thread has to work, or with null when another's thread has. */
        private final CompletableFuture<@Nullable List<Ticket<Q, A>>> turn = new CompletableFuture<>();

        private Ticket(Q question) {
            this.question = question;
        }

        Q question() {
            return question;
        }

        void answer(A given) {
            answer.complete(given);
        }

        void fail(Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    private final ConcurrentMap<K, Queue<Ticket<Q, A>>> lanes = new ConcurrentHashMap<>();
    private final Consumer<List<Ticket<Q, A>>> work;

    /** @param work answers or fails each ticket; one that it leaves open has failed with whatever it threw */
    Coalescing(Consumer<List<Ticket<Q, A>>> work) {
        this.work = work;
    }

    A answer(K key, Q question) {
        var ticket = new Ticket<Q, A>(question);
        lanes.compute(key, (same, waiting) -> {
            if (waiting == null) {
                ticket.turn.complete(List.of(ticket));
                return new ArrayDeque<>();
            }
            waiting.add(ticket);
            return waiting;
        });
        var mine = ticket.turn.join();
        if (mine != null) {
            lead(key, mine);
        }
        return answerOf(ticket);
    }

    /** How many queue behind whoever is at work. */
    int waiting(K key) {
        var count = new AtomicInteger();
        lanes.computeIfPresent(key, (same, waiting) -> {
            count.set(waiting.size());
            return waiting;
        });
        return count.get();
    }

    private void lead(K key, List<Ticket<Q, A>> tickets) {
        try {
            work.accept(tickets);
        } catch (RuntimeException | Error failure) {
            tickets.forEach(ticket -> ticket.fail(failure));
        } finally {
            handOver(key);
            tickets.forEach(ticket -> {
                ticket.fail(new IllegalStateException("nobody answered"));
                ticket.turn.complete(null);
            });
        }
    }

    private void handOver(K key) {
        var next = new ArrayList<Ticket<Q, A>>();
        lanes.compute(key, (same, waiting) -> {
            while (waiting != null && !waiting.isEmpty() && next.size() < MOST_AT_ONCE) {
                next.add(waiting.remove());
            }
            return next.isEmpty() ? null : waiting;
        });
        if (!next.isEmpty()) {
            next.getFirst().turn.complete(next);
        }
    }

    private static <A> A answerOf(Ticket<?, A> ticket) {
        try {
            return ticket.answer.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw failure;
            }
        }
    }
}
