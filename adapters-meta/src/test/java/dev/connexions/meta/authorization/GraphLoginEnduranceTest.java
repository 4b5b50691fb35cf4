package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.testing.CapturedLogs;
import dev.connexions.meta.testing.RunningSandbox;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraphLoginEnduranceTest {

    private static final int MANY = 1000;

    @Test
    void needsNoMoreThreadsForAThousandExchangesThanForTen() {
        try (var sandbox = new SandboxLogin()) {
            exchange(sandbox, 10);
            var before = threads();
            exchange(sandbox, MANY);
            assertThat(threads()).isLessThanOrEqualTo(before + 4);
        }
    }

    @Test
    void leavesNoThreadBehindWhenClosed() {
        var before = clientThreads();
        for (var i = 0; i < 20; i++) {
            try (var meta = new RawMeta(Duration.ofMillis(100))) {
                meta.server.on(RawMeta.ME, out -> Thread.sleep(2000));
                assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
            }
        }
        assertThat(clientThreads()).isLessThanOrEqualTo(before);
    }

    /** The limit as it is outside tests: what is promised is ten seconds. */
    @Test
    void givesUpWithinTenSeconds() {
        try (var meta = RunningSandbox.start();
                var client = new GraphClient(meta.settings(), RunningSandbox.REAL)) {
            var login = new GraphLogin(client, meta.settings(), RunningSandbox.REAL);
            var code = new Code(meta.code(meta.account("BUSINESS")));
            meta.control("POST", "/faults", "{\"match\":{\"path\":\"/me\"},\"behaviour\":\"drip\",\"delayMs\":1000}");
            var started = System.nanoTime();
            assertThat(login.exchange(LoginProduct.INSTAGRAM, code)).isInstanceOf(Exchange.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        }
    }

    @Test
    void logsNoSecretAtAnyLevel() {
        try (var sandbox = new SandboxLogin();
                var logs = new CapturedLogs()) {
            var account = sandbox.meta.account("BUSINESS");
            var code = sandbox.meta.code(account);
            var granted = (Exchange.Consented) sandbox.exchange(new Code(code));
            sandbox.exchange(new Code(code));
            assertThat(logs.text().lines().filter(line -> !line.startsWith("io.helidon")))
                    .anyMatch(line -> line.contains("/oauth/access_token failed"))
                    .noneMatch(line -> line.contains(code)
                            || line.contains(granted.token().token().reveal())
                            || line.contains(RunningSandbox.SECRET));
        }
    }

    private static void exchange(SandboxLogin sandbox, int times) {
        var account = sandbox.meta.account("BUSINESS");
        for (var i = 0; i < times; i++) {
            assertThat(sandbox.exchange(new Code(sandbox.meta.code(account)))).isInstanceOf(Exchange.Consented.class);
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-"))
                .count();
    }
}
