package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a transaction when something goes wrong, on one connection, so that what leaks is seen at once. */
class PgTransactionsTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    private final OrganisationId organisation = DATABASE.organisation();
    private final Caller.User member = member();
    private final Database database = Database.open(new DatabaseSettings(DATABASE.url(), DATABASE.application(), 1));
    private final Transactions transactions = database.transactions(DATABASE.systemUser());

    @AfterEach
    void close() {
        assertThatTheConnectionIsClean();
        database.close();
    }

    @Test
    void actsAsTheCallerAndCarriesNothingOver() {
        run(tx -> {
            assertThat(one(tx, "select cast(current_user as text) as v")).isEqualTo("authenticated");
            assertThat(one(tx, "select cast(auth.uid() as text) as v"))
                    .isEqualTo(member.id().value().toString());
        });
    }

    @Test
    void remainsTheCallerAfterASavepointIsRolledBackTo() {
        run(tx -> {
            execute(tx, "savepoint s");
            execute(tx, "select set_config('request.jwt.claims', '', true)");
            execute(tx, "rollback to savepoint s");
            assertThat(one(tx, "select concat(current_user, ' ', auth.uid()) as v"))
                    .isEqualTo("authenticated " + member.id().value());
        });
    }

    @Test
    void throwsWhatTheWorkThrewThoughTheRollbackFails() {
        var failure = new IllegalArgumentException("the work");
        assertThatThrownBy(() -> run(tx -> {
                    terminate(tx);
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void throwsWhenTheCommitFails() {
        assertThatThrownBy(() -> run(PgTransactionsTest::terminate)).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void throwsWhenTheWorkHidesAFailureOfTheDatabase() {
        assertThatThrownBy(() -> run(tx -> assertThatThrownBy(() -> execute(tx, "select 1 / 0"))))
                .isInstanceOf(DbClientException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "23505,connexion_state_key_key",
        "23505,connexion_state_account_key",
        "23505,connexion_state_pkey",
        "23505,grants_person_key",
        "23505,authorization_session_pkey",
        "23505,audit_entry_sequence_key",
        "23503,connexion_state_connexion_fkey",
        "23503,connexion_state_grant_fkey",
        "23503,authorization_session_connexion_fkey",
        "23503,quota_reservation_connexion_fkey",
        "40001,",
        "40P01,"
    })
    void tellsThatSomebodyElseWasFirst(String state, @Nullable String constraint) {
        assertThatThrownBy(() -> run(tx -> raise(tx, state, constraint)))
                .isInstanceOf(StaleException.class)
                .hasCauseInstanceOf(DbClientException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "25006", "53100", "53200", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "58030"
            })
    void tellsThatTheDatabaseIsOut(String state) {
        assertThatThrownBy(() -> run(tx -> raise(tx, state, null))).isInstanceOf(DatabaseUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({"23505,instagram_connexion_pkey", "23505,", "23514,connexion_state_status_check", "42501,", "22012,"})
    void leavesOurOwnMistakesAsTheyAre(String state, @Nullable String constraint) {
        assertThatThrownBy(() -> run(tx -> raise(tx, state, constraint))).isInstanceOf(DbClientException.class);
    }

    @Test
    void tellsThatNoConnectionIsToBeHadInTime() throws Exception {
        var taken = new CompletableFuture<@Nullable Void>();
        var enough = new CompletableFuture<@Nullable Void>();
        Thread.ofVirtual()
                .start(() -> run(tx -> {
                    taken.complete(null);
                    enough.join();
                }));
        taken.get(10, TimeUnit.SECONDS);
        var began = System.nanoTime();
        assertThatThrownBy(() -> run(tx -> {})).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        enough.complete(null);
    }

    @Test
    void tellsThatNobodyAnswers() {
        var nowhere = new DatabaseSettings("jdbc:postgresql://localhost:1/none", DATABASE.application(), 1);
        try (var down = Database.open(nowhere)) {
            assertThat(down.isUp()).isFalse();
            assertThatThrownBy(() -> down.transactions(DATABASE.systemUser()).in(member, Tx::caller))
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
    }

    @Test
    void leaksNoConnectionHoweverWorkEnds() {
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> run(tx -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> run(tx -> execute(tx, "select 1 / 0"))).isInstanceOf(DbClientException.class);
            assertThatThrownBy(() -> transactions.in(Fixtures.operator(), Tx::caller))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void survivesThatItsConnectionIsKilledWithTheCallerBound() {
        assertThatThrownBy(() -> run(tx -> {
                    terminate(tx);
                    execute(tx, "select count(*) from public.instagram_connexion");
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void survivesThatAStatementIsCancelledWithTheCallerBound() {
        assertThatThrownBy(() -> run(tx -> {
                    execute(tx, "set local statement_timeout = '50ms'");
                    execute(tx, "select pg_sleep(5)");
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void saysNothingOfTheRowThatWasRefused() {
        assertThatThrownBy(() -> run(tx -> PgTx.of(tx)
                        .sql()
                        .createDmlStatement("do $$ begin raise exception using message = 'refused',"
                                + " detail = 'Failing row contains (IGAAcanary).', errcode = '23502'; end $$")
                        .execute()))
                .isInstanceOf(DbClientException.class)
                .satisfies(failure -> assertThat(messages(failure.getCause()))
                        .contains("refused")
                        .doesNotContain("canary"));
    }

    @Test
    void isUpWhileItsConnectionsAreBusy() {
        run(tx -> assertThat(database.isUp()).isTrue());
    }

    @Test
    void opensSessionsAsItShould() {
        run(tx -> {
            assertThat(one(tx, "select current_setting('TimeZone') as v")).isEqualTo("UTC");
            assertThat(one(tx, "select current_setting('application_name') as v"))
                    .isEqualTo("connexions");
            assertThat(one(tx, "select current_setting('log_parameter_max_length_on_error') as v"))
                    .isEqualTo("0");
        });
        // the second time the statement that begins a transaction is one that the server has prepared
        run(tx -> assertThat(one(
                        tx,
                        "select cast(bool_or(statement like '%is_admin_presenca%') as text) as v from"
                                + " pg_prepared_statements"))
                .isEqualTo("true"));
    }

    private void assertThatTheConnectionIsClean() {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_user = session_user, coalesce(current_setting('request.jwt.claims', true),"
                                + " '')")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isTrue();
            assertThat(rows.getString(2)).isEmpty();
            assertThat(connection.getAutoCommit()).isTrue();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void run(Consumer<Tx> work) {
        transactions.<@Nullable Void>in(member, tx -> {
            work.accept(tx);
            return null;
        });
    }

    private static void execute(Tx tx, String sql) {
        if (sql.startsWith("select")) {
            assertThat(PgTx.of(tx).sql().createGet(sql).execute()).isPresent();
        } else {
            PgTx.of(tx).sql().createDmlStatement(sql).execute();
        }
    }

    private static @Nullable String one(Tx tx, String sql) {
        return PgTx.of(tx)
                .sql()
                .createGet(sql)
                .execute()
                .map(row -> new Columns(row).textOrNull("v"))
                .orElseThrow();
    }

    private static void raise(Tx tx, String state, @Nullable String constraint) {
        var using = constraint == null ? "" : ", constraint = '" + constraint + "'";
        PgTx.of(tx)
                .sql()
                .createDmlStatement("do $$ begin raise exception using errcode = '" + state + "'" + using + "; end $$")
                .execute();
    }

    private static void terminate(Tx tx) {
        DATABASE.sql(
                "select pg_terminate_backend(" + one(tx, "select cast(pg_backend_pid() as text) as v") + ", 5000)");
    }

    private static String messages(@Nullable Throwable failure) {
        return Optional.ofNullable(failure)
                .map(each ->
                        Objects.toString(each.getMessage(), "").toLowerCase(Locale.ROOT) + messages(each.getCause()))
                .orElse("");
    }

    private Caller.User member() {
        var user = Fixtures.operator();
        DATABASE.register(user.id(), organisation, false);
        return user;
    }
}
