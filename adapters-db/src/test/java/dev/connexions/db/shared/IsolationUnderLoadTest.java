package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many callers over few connections, with work that fails in every way: nobody ever sees a row of somebody else. */
class IsolationUnderLoadTest {

    private static final int THREADS = 32;
    private static final int POOL = 4;
    private static final int TRANSACTIONS = 100;
    private static final int ORGANISATIONS = 8;

    private static final TestDatabase DATABASE = TestDatabase.shared();

    /** Who asks, and whose rows are to be seen. */
    private record Asking(Caller caller, UUID sub, OrganisationId organisation, boolean seesAll) {}

    @Test
    void showsEachCallerItsOwnRowsOnly() throws InterruptedException {
        var all = callers();
        var mismatches = new AtomicInteger();
        var done = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var database = Database.open(new DatabaseSettings(DATABASE.url(), DATABASE.application(), POOL))) {
            var transactions = database.transactions(DATABASE.systemUser());
            var failures = Together.run(THREADS, thread -> {
                var random = new Random(thread);
                for (var i = 0; i < TRANSACTIONS; i++) {
                    var asking = all.get(random.nextInt(all.size()));
                    var mishap = random.nextInt(12);
                    try {
                        transactions.in(asking.caller(), tx -> {
                            if (!seesItsOwn(tx, asking)) {
                                mismatches.incrementAndGet();
                            }
                            mishap(tx, mishap);
                            if (!seesItsOwn(tx, asking)) {
                                mismatches.incrementAndGet();
                            }
                            return done.incrementAndGet();
                        });
                    } catch (DatabaseUnavailableException busy) {
                        // after a mishap, or because connections are made more slowly here than they are broken
                        refused.incrementAndGet();
                    } catch (Mishap | io.helidon.dbclient.DbClientException expected) {
                        assertThat(mishap).isLessThan(4);
                    }
                }
            });
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        }
        assertThat(mismatches).hasValue(0);
        assertThat(refused).hasValueGreaterThan(0);
        assertThat(done).hasValueGreaterThan(THREADS * TRANSACTIONS / 2);
    }

    private static final class Mishap extends RuntimeException {}

    private static void mishap(Tx tx, int kind) {
        switch (kind) {
            case 0 -> throw new Mishap();
            case 1 ->
                PgTx.of(tx)
                        .sql()
                        .createDmlStatement("do $$ begin perform 1 / 0; end $$")
                        .execute();
            case 2 ->
                PgTx.of(tx)
                        .sql()
                        .createDmlStatement("do $$ begin perform set_config('statement_timeout', '1ms', true); end $$;"
                                + " do $$ begin perform pg_sleep(1); end $$")
                        .execute();
            case 3 ->
                PgTx.of(tx)
                        .sql()
                        .createDmlStatement("do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$")
                        .execute();
            default -> {}
        }
    }

    private static boolean seesItsOwn(Tx tx, Asking asking) {
        var row = PgTx.of(tx)
                .sql()
                .createGet("""
                    select cast(auth.uid() as text) as sub, cast(current_user as text) as role,
                           count(*) as seen, count(*) filter (where organisation_id = cast(? as uuid)) as own
                    from public.instagram_connexion where client_type = 'load'
                    """)
                .params(asking.organisation().value().toString())
                .execute()
                .map(Columns::new)
                .orElseThrow();
        return row.text("sub").equals(asking.sub().toString())
                && row.text("role").equals("authenticated")
                && row.number("own") == 2
                && row.number("seen") == (asking.seesAll() ? 2 * ORGANISATIONS : 2);
    }

    private static List<Asking> callers() {
        var callers = new ArrayList<Asking>();
        for (var i = 0; i < ORGANISATIONS; i++) {
            var organisation = DATABASE.organisation();
            for (var j = 0; j < 2; j++) {
                DATABASE.sql("""
                    insert into public.instagram_connexion
                      (organisation_id, client_type, client_id, instagram_connexion_key, instagram_email_compte)
                    values ('%s', 'load', gen_random_uuid(), 'k', 'a@example.org')
                    """.formatted(organisation.value()));
            }
            var member = Fixtures.operator();
            DATABASE.register(member.id(), organisation, false);
            callers.add(new Asking(member, member.id().value(), organisation, false));
            var administrator = Fixtures.operator();
            DATABASE.register(administrator.id(), organisation, true);
            callers.add(new Asking(administrator, administrator.id().value(), organisation, true));
            callers.add(
                    new Asking(Fixtures.job(organisation), DATABASE.systemUser().value(), organisation, true));
        }
        return callers;
    }
}
