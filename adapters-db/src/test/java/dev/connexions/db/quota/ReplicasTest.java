package dev.connexions.db.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.quota.Desk;
import dev.connexions.application.quota.QuotaLedger.Outcome;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.db.shared.Database;
import dev.connexions.db.shared.DatabaseSettings;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.ReservationId;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two services on one database, and what the statement leaves behind on its connection. */
class ReplicasTest implements PgPlatform {

    @RepeatedTest(20)
    void neverGrantMoreThanTheLimit() throws InterruptedException {
        try (var other = Database.open(DATABASE.settings())) {
            var here = Desk.of(this);
            var there = here.on(new PgQuotaLedger(other.queries(DATABASE.systemUser())));
            var colleague = there.as(member(organisationOf(here.caller())));
            var connexion = here.connexion(200);
            var granted = new AtomicInteger();
            var failures = Together.run(64, thread -> {
                var desk = thread % 3 == 0 ? here : thread % 3 == 1 ? there : colleague;
                for (var i = 0; i < 20; i++) {
                    if (desk.reserve(connexion, 1) instanceof ReserveQuota.Result.Held) {
                        granted.incrementAndGet();
                    }
                }
            });
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
            assertThat(granted).hasValue(200);
            assertThat(here.counted(connexion)).isEqualTo(200);
            assertThat(heldBeside(connexion)).isEqualTo("200");
        }
    }

    @Test
    void agreeWhileHoldsComeAndGo() throws InterruptedException {
        try (var other = Database.open(DATABASE.settings())) {
            var here = Desk.of(this);
            var there = here.on(new PgQuotaLedger(other.queries(DATABASE.systemUser())));
            var connexion = here.connexion(40);
            var failures = Together.run(16, thread -> {
                var desk = thread % 2 == 0 ? here : there;
                for (var i = 0; i < 15; i++) {
                    if (desk.reserve(connexion, 1 + thread % 3)
                            instanceof ReserveQuota.Result.Held(var held, var room)) {
                        assertThat(room.counted()).isLessThanOrEqualTo(40);
                        if (i % 5 == 0) {
                            desk.spend(connexion, held.id());
                        } else {
                            desk.release(connexion, held.id());
                        }
                    }
                }
            });
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
            assertThat(heldBeside(connexion)).isEqualTo(Long.toString(here.counted(connexion)));
        }
    }

    @Test
    void leavesNothingOfTheCallerOnTheConnection() throws SQLException {
        try (var one = Database.open(new DatabaseSettings(DATABASE.url(), DATABASE.application(), 1));
                var psql = Psql.at(DATABASE.superuserUrl())) {
            var desk = Desk.of(this).on(new PgQuotaLedger(one.queries(DATABASE.systemUser())));
            var connexion = desk.connexion(10);
            desk.hold(connexion, 1);
            assertThat(whoIsOn(one)).isEqualTo(DATABASE.application().user() + "||");
            assertThat(desk.ledger()
                            .reserve(
                                    desk.caller(), ConnexionId.random(), ReservationId.random(), hold(1), Fixtures.NOW))
                    .isEqualTo(new Outcome.Unknown());
            assertThat(whoIsOn(one)).isEqualTo(DATABASE.application().user() + "||");

            // and after a failure: somebody else has the row for longer than the login waits
            psql.run("begin");
            psql.run("select from public.instagram_connexion where instagram_connexion_id = '" + connexion.value()
                    + "' for update");
            assertThatThrownBy(() -> desk.ledger()
                            .reserve(desk.caller(), connexion, ReservationId.random(), hold(1), Fixtures.NOW))
                    .isInstanceOf(DatabaseUnavailableException.class);
            psql.run("rollback");
            assertThat(whoIsOn(one)).isEqualTo(DATABASE.application().user() + "||");
            assertThat(desk.hold(connexion, 1).units()).isEqualTo(1);
            assertThat(desk.counted(connexion)).isEqualTo(2);
        }
    }

    @Test
    void countsTheQuotaWithoutAWordInTheRowsOwnLog() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var log = "select instagram_audit_log from public.instagram_connexion where instagram_connexion_id = '"
                + connexion.value() + "'";
        try (var psql = Psql.at(DATABASE.superuserUrl())) {
            var before = psql.one(log);
            desk.release(connexion, desk.hold(connexion, 1).id());
            assertThat(psql.one(log)).isEqualTo(before);
        }
    }

    @Test
    void takesNothingForAJobOfNobodyThoughTheSystemUserHasAnOrganisation() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        DATABASE.register(DATABASE.systemUser(), organisationOf(desk.caller()), true);
        try {
            assertThat(desk.as(Fixtures.job()).reserve(connexion, 1)).isEqualTo(new ReserveQuota.Result.NotFound());
        } finally {
            DATABASE.register(DATABASE.systemUser(), null, true);
        }
        assertThat(desk.counted(connexion)).isZero();
    }

    @Test
    void toleratesADayWithoutEnd() {
        var desk = Desk.of(this);
        for (var end : new String[] {"infinity", "-infinity"}) {
            var connexion = desk.connexion(2);
            DATABASE.sql("update public.instagram_connexion set instagram_usage_quotidien = 2,"
                    + " instagram_reset_quota_at = '" + end + "', instagram_limite_quotidienne = -3"
                    + " where instagram_connexion_id = '" + connexion.value() + "'");
            assertThat(desk.quota(connexion).orElseThrow().room().counted()).isZero();
            assertThat(desk.refused(connexion, 1).room().remaining()).isZero();
            desk.limit(connexion, 2);
            desk.hold(connexion, 2);
        }
    }

    private String heldBeside(ConnexionId connexion) {
        try (var psql = Psql.at(DATABASE.superuserUrl())) {
            return String.valueOf(psql.one("select coalesce(sum(units), 0) from connexions.quota_reservation"
                    + " where state in ('held', 'spent') and connexion_id = '" + connexion.value() + "'"));
        }
    }

    private static String whoIsOn(Database database) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select concat(current_user, '|'," + " current_setting('request.jwt.claims', true), '|')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Hold hold(int units) {
        return new Hold(units, Hold.DEFAULT_LEASE, null);
    }
}
