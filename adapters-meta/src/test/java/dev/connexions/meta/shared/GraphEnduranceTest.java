package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.testing.KeepAliveServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphEnduranceTest {

    private static final int CALLS = 10_000;
    private static final int AT_ONCE = 32;

    @Test
    void leavesNoConnectionAndNoThreadBehind() throws InterruptedException {
        var threads = clientThreads();
        try (var server = new KeepAliveServer(GraphEnduranceTest::answer)) {
            try (var client = new GraphClient(RawGraph.settings(server.url()), () -> RawGraph.NOW)) {
                assertThat(callAll(client)).isEqualTo(CALLS * 9 / 10);
                assertThat(client.health().breakers())
                        .containsOnlyKeys(server.url().getAuthority());
            }
            assertThat(server.opened()).isLessThanOrEqualTo(2 * AT_ONCE);
            assertThat(server.awaitNoConnection(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(clientThreads()).isSubsetOf(threads);
    }

    /** Every tenth is refused, and leaves its connection as good as the others do. */
    private static byte[] answer(String head) {
        return head.startsWith("GET /v26.0/") && head.charAt("GET /v26.0/1000000".length() - 1) == '7'
                ? bytes(400, "{\"error\":{\"code\":100}}")
                : bytes(200, "{\"id\":\"17\"}");
    }

    private static byte[] bytes(int status, String body) {
        return ("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(US_ASCII);
    }

    private static int callAll(GraphClient client) throws InterruptedException {
        var answered = new AtomicInteger();
        var room = new Semaphore(AT_ONCE);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CALLS; i++) {
                var id = Integer.toString(1_000_000 + i);
                room.acquire();
                callers.execute(() -> {
                    try {
                        var call = GraphCall.get(LoginProduct.FACEBOOK, id)
                                .as(RawGraph.TOKEN)
                                .about(id);
                        if (client.send(call, Deadline.in(Duration.ofSeconds(60))) instanceof GraphReply.Answered) {
                            answered.incrementAndGet();
                        }
                    } finally {
                        room.release();
                    }
                });
            }
        }
        return answered.get();
    }

    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-")
                        || thread.getName().startsWith("resilience4j")
                        || thread.getName().contains("CircuitBreaker"))
                .collect(Collectors.toSet());
    }
}
