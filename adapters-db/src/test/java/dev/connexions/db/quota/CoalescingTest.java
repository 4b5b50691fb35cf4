package dev.connexions.db.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Together;
import dev.connexions.db.quota.Coalescing.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoalescingTest {

    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final Semaphore gate = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);

    private final Coalescing<String, Integer, String> coalescing = new Coalescing<>(tickets -> {
        begun.release();
        gate.acquireUninterruptibly();
        batches.add(tickets.stream().map(Ticket::question).toList());
        tickets.forEach(ticket -> {
            if (ticket.question() == 13) {
                ticket.fail(new IllegalArgumentException("13"));
            } else if (ticket.question() != 14) {
                ticket.answer("to " + ticket.question());
            }
        });
        if (tickets.getFirst().question() == 66) {
            throw new IllegalStateException("66");
        }
    });

    @Test
    void goesStraightAheadAloneAndAsksTogetherWhatCameMeanwhile() throws Exception {
        var answers = new ArrayList<CompletableFuture<String>>();
        answers.add(ask("a", 0));
        begun.acquire();
        for (var i = 1; i <= 5; i++) {
            answers.add(askAndWaitUntilItQueues("a", i));
        }
        gate.release(2);
        for (var i = 0; i <= 5; i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo("to " + i);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void letsOthersPassThatWantSomethingElse() throws Exception {
        var first = ask("a", 0);
        begun.acquire();
        var second = ask("b", 1);
        begun.acquire();
        gate.release(2);
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("to 0");
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("to 1");
        assertThat(batches).hasSize(2);
    }

    @Test
    void failsExactlyThoseThatFailed() throws Exception {
        var first = ask("a", 0);
        begun.acquire();
        var failing = askAndWaitUntilItQueues("a", 13);
        var forgotten = askAndWaitUntilItQueues("a", 14);
        var fine = askAndWaitUntilItQueues("a", 15);
        gate.release(2);
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("to 0");
        assertThat(fine.get(10, TimeUnit.SECONDS)).isEqualTo("to 15");
        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("13");
        assertThatThrownBy(() -> forgotten.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("nobody answered");
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        var broken = ask("a", 66);
        begun.acquire();
        var next = askAndWaitUntilItQueues("a", 1);
        gate.release(2);
        assertThat(broken.get(10, TimeUnit.SECONDS)).isEqualTo("to 66");
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("to 1");
        gate.release();
        assertThat(ask("a", 2).get(10, TimeUnit.SECONDS)).isEqualTo("to 2");
    }

    @Test
    void answersEverybodyOnceUnderLoad() throws InterruptedException {
        var asked = new AtomicInteger();
        var busy = new Coalescing<Integer, Integer, Integer>(tickets -> {
            asked.addAndGet(tickets.size());
            tickets.forEach(ticket -> ticket.answer(ticket.question() + 1));
        });
        var failures = Together.run(
                32,
                thread -> IntStream.range(0, 500)
                        .forEach(i ->
                                assertThat(busy.answer(i % 3, i * 100 + thread)).isEqualTo(i * 100 + thread + 1)));
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        assertThat(asked).hasValue(32 * 500);
    }

    private CompletableFuture<String> ask(String key, int question) {
        var answer = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(coalescing.answer(key, question));
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private CompletableFuture<String> askAndWaitUntilItQueues(String key, int question) {
        var before = coalescing.waiting(key);
        var answer = ask(key, question);
        while (coalescing.waiting(key) == before) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
