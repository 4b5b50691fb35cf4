package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.application.token.DueRenewals.Claim;
import dev.connexions.db.shared.Database;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.connexion.ConnexionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What finding and claiming costs among many rows, of which few are due; and that nobody gets what another has. */
class ClaimsAtSizeTest {

    private static final int ROWS = 20_000;
    private static final int DUE = 1_000;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.open();

    /** Row number i ends i minutes after NOW, is due long after, and the first thousand were due a while ago. */
    @BeforeAll
    static void fill() {
        DATABASE.sql("""
            insert into public.instagram_connexion
              (organisation_id, client_id, instagram_connexion_key, instagram_email_compte, instagram_access_token,
               instagram_business_account_id, instagram_token_expire_at)
            select gen_random_uuid(), gen_random_uuid(), 'k' || i, 'a@example.org', 'x', i::text,
                   timestamptz '%1$s' + make_interval(mins => i - 10)
            from generate_series(1, %2$d) i;
            insert into connexions.connexion_state
              (connexion_id, organisation_id, version, next_refresh_at, token_expires_at)
            select instagram_connexion_id, organisation_id, 1,
                   case when instagram_business_account_id::int <= %3$d
                     then timestamptz '%1$s' - make_interval(mins => instagram_business_account_id::int)
                     else timestamptz '%1$s' + make_interval(mins => instagram_business_account_id::int) end,
                   instagram_token_expire_at
            from public.instagram_connexion;
            analyze public.instagram_connexion;
            analyze connexions.connexion_state
            """.formatted(NOW, ROWS, DUE));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void readsTheIndexForWhatIsDueAndNothingElse() {
        var plan = plan(RenewalSql.CLAIM);
        assertThat(plan).contains("connexion_state_due_idx").doesNotContain("Seq Scan");
        assertThat(plan).doesNotContainPattern("Rows Removed by Filter: [1-9]");
        assertThat(plan).containsPattern("Index Scan using connexion_state_due_idx .*rows=20[ .]");
    }

    @Test
    void readsTheIndexForWhatHasEndedAndNothingElse() {
        var plan = plan(RenewalSql.ENDED);
        assertThat(plan).contains("instagram_connexion_ended_idx").doesNotContain("Seq Scan");
        assertThat(plan).doesNotContainPattern("Rows Removed by Filter: [1-9]");
        assertThat(plan).containsPattern("Index Scan using instagram_connexion_ended_idx .*rows=10[ .]");
    }

    @Test
    void readsOnePageForWhatIsUnplanned() {
        var plan = plan(RenewalSql.UNPLANNED);
        assertThat(plan).contains("instagram_connexion_pkey").doesNotContain("Seq Scan");
        assertThat(plan).containsPattern("Index Scan using instagram_connexion_pkey .*rows=20[ .]");
    }

    @Test
    void handsEachRowToOneClaimerThoughManyClaimAtOnce() throws InterruptedException {
        var claims = new ConcurrentLinkedQueue<Claim>();
        var renewals = new PgDueRenewals();
        try (var database = Database.open(DATABASE.settings())) {
            var transactions = database.transactions(DATABASE.systemUser());
            var failures = Together.run(4, thread -> {
                List<Claim> batch;
                var idle = 0;
                while (idle < 3) {
                    batch = transactions.in(
                            Fixtures.job(), tx -> renewals.claim(tx, NOW, NOW.plus(Duration.ofMinutes(5)), 20));
                    claims.addAll(batch);
                    idle = batch.isEmpty() ? idle + 1 : 0;
                }
            });
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        } finally {
            DATABASE.sql("update connexions.connexion_state set refresh_claimed_until = null");
        }
        var distinct = new HashSet<ConnexionId>();
        claims.forEach(claim -> distinct.add(claim.connexion()));
        assertThat(claims).hasSize(DUE);
        assertThat(distinct).hasSize(DUE);
    }

    /** As the service runs it: as the system user, prepared once for every value; then undone. */
    private static String plan(String sql) {
        try (var db = Psql.at(DATABASE.applicationUrl())) {
            db.run("set plan_cache_mode = force_generic_plan");
            db.as(DATABASE.systemUser());
            db.run("prepare asked (timestamptz, timestamptz, boolean, text, int, timestamptz, text) as "
                    + sql.replace(":now", "$1")
                            .replace(":until", "$2")
                            .replace(":across", "$3")
                            .replace(":organisation", "$4")
                            .replace(":limit", "$5")
                            .replace(":afterAt", "$6")
                            .replace(":afterId", "$7")
                            .replace(":after", "$7"));
            return String.join(
                    "\n",
                    db.column("explain (analyze, costs off, timing off, summary off) execute asked ('" + NOW + "', '"
                            + NOW.plusSeconds(300) + "', true, null, 20, '1970-01-01Z', '" + new java.util.UUID(0, 0)
                            + "')"));
        }
    }
}
