package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.idempotency.IdempotencyRecord;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies, or a database that goes away, somewhere between an effect and its answer. */
class LostAnswersTest {

    private static final String ALL = "/v1/connexions";
    private static final String BODY =
            "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"a@example.org\"}";

    /** Of the transactions of a keyed request: the first begins it, the second does it, the third remembers it. */
    private static final int BEGIN = 1;

    private static final int WORK = 2;
    private static final int FINISH = 3;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicReference<@Nullable Fault> FAULT = new AtomicReference<>();

    private record Fault(int before, boolean committed, Supplier<? extends RuntimeException> thrown) {}

    private record Fragile(Transactions transactions) implements Transactions {

        @Override
        public <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work) {
            var number = COUNT.incrementAndGet();
            var fault = FAULT.get();
            if (fault == null || number < fault.before()) {
                return transactions.in(caller, work);
            }
            if (fault.committed() && number == fault.before()) {
                transactions.in(caller, work);
            }
            throw fault.thrown().get();
        }
    }

    private static TestService service;

    private final String key = UUID.randomUUID().toString();
    private Tenant tenant;

    @BeforeAll
    static void start() {
        service = new TestService.Builder().transactions(Fragile::new).start();
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
    void doesNotDoAgainWhatWasCommittedBeforeTheProcessDied() {
        breaking(WORK, true, IllegalStateException::new).post(ALL, BODY).isProblem(500, "internal");
        mended().post(ALL, BODY).isProblem(409, "idempotency-in-progress");
        service.clock().advance(IdempotencyRecord.LEASE);
        var told = mended().post(ALL, BODY).isProblem(409, "conflict");
        assertThat(told.json().path("reason").asText()).isEqualTo("already_done");
        var made = tenant.http().get(ALL).json().path("items");
        assertThat(made).hasSize(1);
        assertThat(told.json().path("detail").asText())
                .contains(made.path(0).path("id").asText());
        mended().post(ALL, BODY).isProblem(409, "conflict");
        assertThat(tenant.http().get(ALL).json().path("items")).hasSize(1);
    }

    @Test
    void doesItWhenTheProcessDiedBeforeItCommitted() {
        breaking(WORK, false, IllegalStateException::new).post(ALL, BODY).isProblem(500, "internal");
        service.clock().advance(IdempotencyRecord.LEASE);
        mended().post(ALL, BODY).has(201);
        assertThat(mended().post(ALL, BODY).has(201).header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(tenant.http().get(ALL).json().path("items")).hasSize(1);
    }

    @Test
    void looksAtOnceWhenOnlyTheWorkFailed() {
        failingOnce(WORK, true, IllegalStateException::new).post(ALL, BODY).isProblem(500, "internal");
        assertThat(mended().post(ALL, BODY)
                        .isProblem(409, "conflict")
                        .json()
                        .path("reason")
                        .asText())
                .isEqualTo("already_done");
    }

    @Test
    void triesAgainAtOnceWhenTheWorkFailedAndDidNothing() {
        failingOnce(WORK, false, IllegalStateException::new).post(ALL, BODY).isProblem(500, "internal");
        mended().post(ALL, BODY).has(201);
    }

    /** The commit may yet arrive: whoever looked at once would find nothing, and do it again. */
    @Test
    void waitsWhenNobodyKnowsWhetherItWasCommitted() {
        failingOnce(WORK, true, LostAnswersTest::outage).post(ALL, BODY).isProblem(503, "database-unavailable");
        mended().post(ALL, BODY).isProblem(409, "idempotency-in-progress");
        service.clock().advance(IdempotencyRecord.LEASE);
        mended().post(ALL, BODY).isProblem(409, "conflict");
        assertThat(tenant.http().get(ALL).json().path("items")).hasSize(1);
    }

    @Test
    void answersAllTheSameWhenItCannotBeRemembered() {
        var made =
                breaking(FINISH, false, LostAnswersTest::outage).post(ALL, BODY).has(201);
        mended().post(ALL, BODY).isProblem(409, "idempotency-in-progress");
        service.clock().advance(IdempotencyRecord.LEASE);
        assertThat(mended().post(ALL, BODY)
                        .isProblem(409, "conflict")
                        .json()
                        .path("detail")
                        .asText())
                .contains(made.json().path("id").asText());
    }

    /** It writes nothing into the audit. */
    @Test
    void holdsNoUnitsTwice() {
        var connexion = ALL + "/" + tenant.newConnexion();
        var reservations = connexion + "/quota/reservations";
        breaking(FINISH, false, LostAnswersTest::outage)
                .post(reservations, "{\"units\":3}")
                .has(201);
        mended().post(reservations, "{\"units\":3}").isProblem(409, "idempotency-in-progress");
        service.clock().advance(IdempotencyRecord.LEASE);
        var told = mended().post(reservations, "{\"units\":3}").isProblem(409, "conflict");
        assertThat(told.json().path("reason").asText()).isEqualTo("already_done");
        assertThat(tenant.http().get(connexion + "/quota").json().path("held").asInt())
                .isEqualTo(3);
        tenant.http().post(reservations, "{\"units\":3}").has(201);
        assertThat(tenant.http().get(connexion + "/quota").json().path("held").asInt())
                .isEqualTo(6);
    }

    @Test
    void doesNothingThatCannotBeBegun() {
        breaking(BEGIN, false, LostAnswersTest::outage).post(ALL, BODY).isProblem(503, "database-unavailable");
        mended().post(ALL, BODY).has(201);
        assertThat(tenant.http().get(ALL).json().path("items")).hasSize(1);
    }

    @Test
    void keepsNoLostRace() {
        failingOnce(WORK, false, () -> new StaleException("x"))
                .post(ALL + "/" + UUID.randomUUID() + "/enable")
                .isProblem(409, "conflict");
        mended().post(ALL, BODY).has(201);
    }

    @Test
    void tellsSeveralWithOneRequestIdApart() {
        tenant.http()
                .with("X-Request-Id", "same")
                .with("Idempotency-Key", "other")
                .post(ALL, BODY)
                .has(201);
        breaking(WORK, false, IllegalStateException::new)
                .with("X-Request-Id", "same")
                .post(ALL, BODY)
                .has(500);
        FAULT.set(null);
        tenant.http().with("X-Request-Id", "same").post(ALL, BODY).has(201);
        service.clock().advance(IdempotencyRecord.LEASE);
        mended().with("X-Request-Id", "same").post(ALL, BODY).has(201);
        assertThat(tenant.http().get(ALL).json().path("items")).hasSize(3);
    }

    /** From that transaction on nothing goes any more. */
    private Client breaking(int before, boolean committed, Supplier<? extends RuntimeException> thrown) {
        COUNT.set(0);
        FAULT.set(new Fault(before, committed, thrown));
        return tenant.http().with("Idempotency-Key", key);
    }

    private Client failingOnce(int before, boolean committed, Supplier<? extends RuntimeException> thrown) {
        return breaking(before, committed, () -> {
            FAULT.set(null);
            return thrown.get();
        });
    }

    private Client mended() {
        FAULT.set(null);
        return tenant.http().with("Idempotency-Key", key);
    }

    private static DatabaseUnavailableException outage() {
        return new DatabaseUnavailableException("gone", new RuntimeException());
    }
}
