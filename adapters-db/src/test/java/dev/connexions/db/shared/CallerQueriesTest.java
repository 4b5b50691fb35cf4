package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.shared.CallerQuery.Plans;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.shared.Caller;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One message, on behalf of one caller, on a connection that keeps nothing of it. */
class CallerQueriesTest implements PgPlatform {

    private static final CallerQuery WHO = new CallerQuery(
            Plans.ONE,
            "select current_user, auth.uid(), cast(" + CallerQuery.ORGANISATION + " as text) where :one = 1");
    private static final CallerQuery SLEEPS = new CallerQuery(Plans.ONE, "select pg_sleep(:one)");
    private static final CallerQuery FAILS = new CallerQuery(Plans.ONE, "select 1 / :one");

    private final Database one = Database.open(new DatabaseSettings(
            DATABASE.url() + "?socketFactory=" + CountingSockets.class.getName(), DATABASE.application(), 1));
    private final CallerQueries queries = one.queries(DATABASE.systemUser());

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void runsAsTheCallerEachTime() {
        for (var i = 0; i < 8; i++) {
            var member = member();
            assertThat(who(member))
                    .isEqualTo("authenticated " + member.id().value() + " "
                            + organisationOf(member).value());
        }
    }

    @Test
    void leavesNothingOfTheCallerOnTheConnection() throws SQLException {
        for (var i = 0; i < 3; i++) {
            who(member());
            assertClean();
        }
    }

    @Test
    void leavesNothingOfTheCallerAfterAFailure() throws SQLException {
        var member = member();
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> queries.ask(member, FAILS, new Params().number("one", 0), rows -> 1))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertClean();
            assertThatThrownBy(() -> who(Fixtures.service())).isInstanceOf(NoOrganisationException.class);
            assertClean();
            assertThat(who(member)).startsWith("authenticated " + member.id().value());
        }
    }

    @Test
    void sendsOneMessageForAReadOnceItIsPrepared() {
        var member = member();
        var connexion = add(member);
        var reads = new PgConnexionReads(queries, KEYS);
        for (var i = 0; i < 10; i++) {
            var before = CountingSockets.sent();
            assertThat(reads.find(member, connexion.id())).contains(connexion);
            var between = CountingSockets.sent();
            var listed = reads.list(member, Scope.ORGANISATION, Filter.NONE, null, 50, Fixtures.NOW);
            assertThat(listed.items()).containsExactly(connexion);
            if (i > 1) {
                assertThat(between - before).as("for one").isEqualTo(1);
                assertThat(CountingSockets.sent() - between).as("for a list").isEqualTo(1);
            }
        }
    }

    @Test
    void refusesAParameterThatNothingIsGivenFor() {
        var member = member();
        assertThatThrownBy(() -> queries.ask(member, WHO, new Params(), rows -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":one");
    }

    @Test
    void givesUpAnAnswerThatTakesTooLong() {
        var member = member();
        try (var deadlines = new Deadlines()) {
            var hasty = new CallerQueries(one::connection, 1, deadlines, Duration.ofMillis(200), DATABASE.systemUser());
            assertThatThrownBy(() -> hasty.ask(member, SLEEPS, new Params().number("one", 60), rows -> 1))
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
        assertThat(who(member)).startsWith("authenticated " + member.id().value());
    }

    @Test
    void refusesWhoWaitsTooLongForAConnection() throws InterruptedException {
        var busy = keepBusy();
        assertThatThrownBy(() -> who(member())).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(Thread.interrupted()).isFalse();
        busy.interrupt();
        busy.join();
    }

    @Test
    void leavesAnInterruptionOfWhoWaitsToItsThread() throws InterruptedException {
        var busy = keepBusy();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> who(member())).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        busy.interrupt();
        busy.join();
    }

    /** The only connection there is. */
    private Thread keepBusy() throws InterruptedException {
        var member = member();
        var reached = new CountDownLatch(1);
        var pause = new CountDownLatch(1);
        var busy = Thread.startVirtualThread(() -> queries.ask(member, WHO, new Params().number("one", 1), rows -> {
            reached.countDown();
            return awaitInterruption(pause);
        }));
        reached.await();
        return busy;
    }

    private static boolean awaitInterruption(CountDownLatch never) {
        try {
            never.await();
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    private String who(Caller caller) {
        return queries.ask(caller, WHO, new Params().number("one", 1), rows -> {
                    rows.next();
                    return rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3);
                })
                .value();
    }

    private void assertClean() throws SQLException {
        try (var connection = one.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_user, current_setting('plan_cache_mode'),"
                        + " coalesce(current_setting('request.jwt.claims', true), '')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(DATABASE.application().user());
            assertThat(rows.getString(2)).isEqualTo("auto");
            assertThat(rows.getString(3)).isEmpty();
        }
    }
}
