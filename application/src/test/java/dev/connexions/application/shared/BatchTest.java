package dev.connexions.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void givesEachItsTurnThoughOneGoesWrong() {
        var done = new ArrayList<Integer>();
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second");
        assertThatThrownBy(() -> Batch.each(List.of(1, 2, 3), item -> {
                    done.add(item);
                    if (item < 3) {
                        throw item == 1 ? first : second;
                    }
                }))
                .isEqualTo(first)
                .hasSuppressedException(second);
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void answersInTheOrderOfTheItemsWhenSeveralAreAtWork() {
        var items = IntStream.range(0, 100).boxed().toList();
        assertThat(Batch.atOnce(items, 7, item -> -item))
                .isEqualTo(items.stream().map(item -> -item).toList());
        assertThat(Batch.atOnce(List.<Integer>of(), 7, item -> item)).isEmpty();
    }

    @Test
    void hasNoMoreAtWorkThanItMay() throws InterruptedException {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var together = new CountDownLatch(3);
        Batch.atOnce(IntStream.range(0, 12).boxed().toList(), 3, item -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            together.countDown();
            await(together);
            atWork.decrementAndGet();
            return item;
        });
        assertThat(most).hasValue(3);
    }

    @Test
    void letsNoneOfThoseAtWorkStopTheOthers() {
        var done = new CopyOnWriteArrayList<Integer>();
        var wrong = new IllegalStateException("wrong");
        assertThatThrownBy(() -> Batch.atOnce(List.of(1, 2, 3), 2, item -> {
                    if (item == 1) {
                        throw wrong;
                    }
                    done.add(item);
                    return item;
                }))
                .isEqualTo(wrong);
        assertThat(done).containsExactlyInAnyOrder(2, 3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
