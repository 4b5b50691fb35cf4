package dev.connexions.db.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.connexions.db.shared.Database;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Takes turns in the background, each at one replica at a time; goes by real time, whatever clock the work goes by. A
 * replica that dies is missed after half a minute, and another takes its turn.
 */
public final class RecurringTurns implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RecurringTurns.class.getName());
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;

    /** A call to Meta and what is done with its answer. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Scheduler scheduler;
    private volatile boolean stopping;

    private RecurringTurns(Database database, List<Turn> turns, Duration poll) {
        scheduler = Scheduler.create(database.dataSource())
                .startTasks(turns.stream().map(this::task).toList())
                .tableName("connexions.scheduled_tasks")
                .threads(turns.size())
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("turn-", 0).factory()))
                .pollingInterval(poll)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(GRACE)
                .build();
    }

    public static RecurringTurns start(Database database, List<Turn> turns) {
        return start(database, turns, POLL);
    }

    static RecurringTurns start(Database database, List<Turn> turns, Duration poll) {
        var started = new RecurringTurns(database, turns, poll);
        started.scheduler.start();
        return started;
    }

    private RecurringTask<Void> task(Turn turn) {
        return Tasks.recurring(turn.name(), FixedDelay.of(turn.pause())).execute((instance, context) -> take(turn));
    }

    private void take(Turn turn) {
        try {
            turn.takeAll(() -> stopping || Thread.currentThread().isInterrupted());
        } catch (RuntimeException failure) {
            LOG.log(stopping ? Level.DEBUG : Level.WARNING, "a turn of " + turn.name() + " failed", failure);
        }
    }

    /** What is under way may end; after a while it is interrupted, and its claims lapse by themselves. */
    @Override
    public void close() {
        stopping = true;
        scheduler.stop();
    }
}
