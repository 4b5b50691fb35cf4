package dev.connexions.db.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.shared.Database;
import dev.connexions.db.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecurringTurnsTest {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration NEVER_AGAIN = Duration.ofHours(1);

    private final Database database = Database.open(TestDatabase.shared().settings());
    private final Semaphore taken = new Semaphore(0);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesTurnsAgainAndAgainThoughSomeFail() throws InterruptedException {
        var turn = turn(SHORT, () -> {
            taken.release();
            throw new IllegalStateException("a turn that fails, on purpose");
        });
        try (var turns = start(turn)) {
            assertThat(turns).isNotNull();
            assertThat(taken.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void takesTheNextAtOnceAfterAFullOne() throws InterruptedException {
        var left = new AtomicInteger(4);
        var turn = turn(NEVER_AGAIN, () -> {
            taken.release();
            return left.decrementAndGet() > 0 ? 10 : 9;
        });
        try (var turns = start(turn)) {
            assertThat(turns).isNotNull();
            assertThat(taken.tryAcquire(4, 20, TimeUnit.SECONDS)).isTrue();
            assertThat(taken.tryAcquire(1, 300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void takesEachTurnAtOneReplicaAtATime() throws InterruptedException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var turn = turn(SHORT, () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            pause();
            inside.decrementAndGet();
            taken.release();
            return 0;
        });
        try (var other = Database.open(TestDatabase.shared().settings());
                var one = start(turn);
                var two = RecurringTurns.start(other, List.of(turn), POLL)) {
            assertThat(List.of(one, two)).hasSize(2);
            assertThat(taken.tryAcquire(6, 30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void letsWhatIsUnderWayEndBeforeItStops() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var turn = turn(SHORT, () -> {
            begun.countDown();
            pause();
            return ended.incrementAndGet() > 0 ? 10 : 0;
        });
        var turns = start(turn);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        turns.close();
        var after = ended.get();
        assertThat(after).isPositive();
        pause();
        assertThat(ended).hasValue(after);
    }

    private RecurringTurns start(Turn turn) {
        return RecurringTurns.start(database, List.of(turn), POLL);
    }

    private static Turn turn(Duration pause, java.util.function.IntSupplier work) {
        return new Turn("test-" + UUID.randomUUID(), pause, 10, work);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
