package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.web.testing.CapturedLog;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import io.helidon.http.InternalServerException;
import io.helidon.http.NotFoundException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see when something breaks behind the use cases. */
class FaultsTest {

    private static final AtomicReference<@Nullable Supplier<? extends Throwable>> FAULT = new AtomicReference<>();

    private static TestService service;

    private Tenant tenant;

    private record Breakable(Transactions transactions) implements Transactions {

        @Override
        public <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work) {
            var fault = FAULT.get();
            if (fault == null) {
                return transactions.in(caller, work);
            }
            throw FaultsTest.<RuntimeException>sneaky(fault.get());
        }
    }

    @BeforeAll
    static void start() {
        service = new TestService.Builder().transactions(Breakable::new).start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void mend() {
        FAULT.set(null);
        tenant = Tenant.of(service);
    }

    @Test
    void saysToComeBackWhenTheDatabaseIsAway() {
        var reply =
                broken(() -> new DatabaseUnavailableException("canary at 10.0.0.1", new RuntimeException("canary")));
        assertThat(reply.isProblem(503, "database-unavailable").header("Retry-After"))
                .isEqualTo("2");
        assertThat(reply.text()).doesNotContain("canary");
    }

    @Test
    void saysThatSomebodyElseWasFaster() {
        var reply = broken(() -> new StaleException("canary"));
        assertThat(reply.isProblem(409, "conflict").text()).doesNotContain("canary");
    }

    @Test
    void saysNothingOfWhatBrokeAndLogsItOnce() {
        try (var log = new CapturedLog("dev.connexions");
                var servers = new CapturedLog("io.helidon")) {
            var reply = broken(() -> new IllegalStateException("canary: select * from secrets"));
            reply.isProblem(500, "internal");
            assertThat(reply.text()).doesNotContain("canary", "Exception", "java.", "dev.connexions");
            var request = reply.header("X-Request-Id");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("canary"))
                    .singleElement()
                    .asString()
                    .contains(request);
            assertThat(servers.lines()).noneMatch(line -> line.contains("canary"));
        }
    }

    @Test
    void survivesEvenAnError() {
        broken(() -> new StackOverflowError("canary")).isProblem(500, "internal");
        broken(() -> new NoClassDefFoundError("canary")).isProblem(500, "internal");
        broken(() -> new NotFoundException("canary")).isProblem(404, "not-found");
        broken(() -> new InternalServerException("canary", new RuntimeException("canary")))
                .isProblem(500, "internal");
    }

    @Test
    void answersTheNextRequestAsIfNothingHadHappened() {
        broken(() -> new IllegalStateException("x")).has(500);
        FAULT.set(null);
        tenant.http().get("/v1/me").has(200);
    }

    @Test
    void leavesNoBodyAfterHeadEvenThen() {
        FAULT.set(() -> new IllegalStateException("x"));
        assertThat(tenant.http().send("HEAD", "/v1/me", null).has(500).text()).isEmpty();
    }

    @Test
    void answersTheOwnerOfAnAccountToo() {
        FAULT.set(() -> new DatabaseUnavailableException("x", new RuntimeException()));
        service.client().get("/meta/oauth/start/abc").isProblem(503, "database-unavailable");
        FAULT.set(() -> new IllegalStateException("x"));
        service.client().post("/meta/oauth/start/abc").isProblem(500, "internal");
    }

    private Reply broken(Supplier<? extends Throwable> fault) {
        FAULT.set(fault);
        return tenant.http().delete("/v1/connexions/9c5b94b1-35ad-49bb-b118-8e8fc24abf80");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
