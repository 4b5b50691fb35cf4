package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines();

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void endsWhatIsNotMet() throws InterruptedException {
        var ended = new CountDownLatch(1);
        var deadline = deadlines.start(Duration.ofMillis(1), ended::countDown);
        ended.await();
        assertThat(deadline.meet()).isFalse();
    }

    @Test
    void endsItOnce() throws InterruptedException {
        var times = new AtomicInteger();
        var deadline = deadlines.start(Duration.ofMillis(1), times::incrementAndGet);
        pass();
        pass();
        assertThat(deadline.meet()).isFalse();
        assertThat(times).hasValue(1);
    }

    @Test
    void leavesAloneWhatIsMet() throws InterruptedException {
        var times = new AtomicInteger();
        var deadline = deadlines.start(Duration.ofMillis(1), times::incrementAndGet);
        assertThat(deadline.meet()).isTrue();
        pass();
        assertThat(times).hasValue(0);
    }

    @Test
    void endsNothingBeforeItsTime() throws InterruptedException {
        var times = new AtomicInteger();
        var deadline = deadlines.start(Duration.ofHours(1), times::incrementAndGet);
        pass();
        assertThat(deadline.meet()).isTrue();
        assertThat(times).hasValue(0);
    }

    /** Until another one has passed that begins now: whatever was due before it was looked at. */
    private void pass() throws InterruptedException {
        var passed = new CountDownLatch(1);
        deadlines.start(Deadlines.LOOK, passed::countDown);
        passed.await();
    }
}
