package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many rows a list reads, as the server itself counts them: those of the page and the one that tells of the next. */
class ListPlansTest {

    private static final Deadlines DEADLINES = new Deadlines();

    private static final int LIMIT = 51;
    private static final OrganisationId BIG = new OrganisationId(new UUID(1, 0));
    private static final OrganisationId SMALL = new OrganisationId(new UUID(1, 7));
    private static final UUID CLIENT = new UUID(2, 3);
    private static final Instant BOUND = Instant.parse("2027-01-01T00:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Database POOL = Database.open(DATABASE.settings());

    private static final Caller.User MEMBER = Fixtures.operator();
    private static final Caller.User OF_THE_SMALL = Fixtures.operator();
    private static final Caller.User ADMINISTRATOR = Fixtures.operator();

    @BeforeAll
    static void fill() {
        DATABASE.register(MEMBER.id(), BIG, false);
        DATABASE.register(OF_THE_SMALL.id(), SMALL, false);
        DATABASE.register(ADMINISTRATOR.id(), null, true);
        // in an order that tells the server nothing, and more of one organisation than of all others together
        DATABASE.sql("""
            alter table public.instagram_connexion disable trigger user;
            insert into public.instagram_connexion
              (organisation_id, client_id, instagram_connexion_key, instagram_email_compte, instagram_access_token,
               instagram_token_expire_at, instagram_statut_connexion, instagram_business_account_id,
               instagram_created_at)
            select cast('00000000-0000-0001-0000-' || lpad(to_hex(case when n % 3 < 2 then 0 else n % 40 end), 12, '0')
                     as uuid),
                   cast('00000000-0000-0002-0000-' || lpad(to_hex(n % 7), 12, '0') as uuid),
                   'key ' || n % 5, 'a@example.org',
                   case when n % 17 = 0 then 'ctk1.' || repeat('A', 60) else 'EAAclear' end,
                   timestamptz '2026-01-01T00:00:00Z' + n * interval '20 minutes',
                   case when n % 11 = 0 then 'unknown' when n % 13 = 0 then 'erreur'
                     when n % 17 = 0 then 'limitee' when n % 5 = 0 then 'en_attente'
                     else 'active' end,
                   '1784' || n, timestamptz '2025-01-01T00:00:00Z' + n % 25013 * interval '1 minute'
            from generate_series(1, 30000) as n order by md5(cast(n as text));
            alter table public.instagram_connexion enable trigger user;
            insert into connexions.connexion_state (connexion_id, organisation_id, version)
            select instagram_connexion_id, organisation_id, 1 from public.instagram_connexion;
            update connexions.connexion_state s
            set token_unreadable_since = now(), token_unreadable_created_at = c.instagram_created_at
            from public.instagram_connexion c
            where c.instagram_connexion_id = s.connexion_id and c.instagram_statut_connexion = 'limitee';
            analyze public.instagram_connexion, connexions.connexion_state;
            """);
    }

    @AfterAll
    static void close() {
        POOL.close();
        DATABASE.close();
    }

    static List<Filter> promised() {
        return List.of(
                Filter.NONE,
                new Filter(null, null, null, null, "key 2", null, null),
                new Filter(null, null, null, CLIENT, null, null, null),
                new Filter(Status.ACTIVE, null, null, null, null, null, null),
                new Filter(Status.PENDING, null, null, null, null, null, null),
                new Filter(null, null, null, null, null, BOUND, null));
    }

    @ParameterizedTest
    @MethodSource("promised")
    void readsNoMoreThanThePageAndOne(Filter filter) {
        for (var asked : new Asked[] {
            new Asked(MEMBER, Scope.ORGANISATION, BIG),
            new Asked(OF_THE_SMALL, Scope.ORGANISATION, SMALL),
            new Asked(ADMINISTRATOR, Scope.ALL, null)
        }) {
            for (var after : asked.pages(filter)) {
                var explained = new Explaining();
                var items = list(explained, asked, filter, after);
                assertThat(explained.read("instagram_connexion"))
                        .as("%s of %s after %s: %s", filter, asked, after, explained)
                        .isLessThanOrEqualTo(LIMIT)
                        .isEqualTo(items);
                assertThat(explained.read("connexion_state")).isLessThanOrEqualTo(LIMIT);
                assertThat(explained.statements()).isEqualTo(1);
            }
        }
    }

    /** Those that the columns tell and those that were noted: of each it looks at the next one. */
    @Test
    void readsOneMoreForErrors() {
        var filter = new Filter(Status.ERROR, null, null, null, null, null, null);
        for (var asked :
                new Asked[] {new Asked(MEMBER, Scope.ORGANISATION, BIG), new Asked(ADMINISTRATOR, Scope.ALL, null)}) {
            for (var after : asked.pages(Filter.NONE)) {
                var explained = new Explaining();
                assertThat(list(explained, asked, filter, after)).isEqualTo(LIMIT);
                assertThat(explained.read("instagram_connexion"))
                        .as("%s", explained)
                        .isBetween((long) LIMIT, LIMIT + 1L);
                assertThat(explained.statements()).isEqualTo(1);
            }
        }
    }

    @Test
    void readsNoMoreThanTheOrganisationHas() {
        var filter = new Filter(null, false, "agence", null, null, null, null);
        var asked = new Asked(OF_THE_SMALL, Scope.ORGANISATION, SMALL);
        var explained = new Explaining();
        list(explained, asked, filter, null);
        assertThat(explained.read("instagram_connexion")).isLessThanOrEqualTo(1000);
    }

    private int list(Explaining explained, Asked asked, Filter filter, @Nullable Position after) {
        return new PgConnexionReads(
                        new CallerQueries(
                                () -> explained.over(POOL.connection()),
                                1,
                                DEADLINES,
                                Duration.ofMinutes(1),
                                DATABASE.systemUser()),
                        KeyRing.generate())
                .list(asked.caller, asked.scope, filter, after, LIMIT, Fixtures.NOW)
                .items()
                .size();
    }

    private record Asked(
            Caller.User caller, Scope scope, @Nullable OrganisationId organisation) {

        /** The first, and one far behind it. */
        @Nullable
        Position[] pages(Filter filter) {
            var column = filter.expiresBefore() == null ? "instagram_created_at" : "instagram_token_expire_at";
            try (var db = Psql.at(DATABASE.superuserUrl())) {
                var at = db.one("select to_char(percentile_disc(0.4) within group (order by " + column
                        + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from public.instagram_connexion"
                        + (organisation == null ? "" : " where organisation_id = '" + organisation.value() + "'")
                        + (filter.expiresBefore() == null
                                ? ""
                                : (organisation == null ? " where " : " and ") + column + " < '" + BOUND + "'"));
                var id = new ConnexionId(new UUID(0, 0));
                var moment = Instant.parse(at);
                return new @Nullable Position[] {
                    null,
                    filter.expiresBefore() == null
                            ? new Position.Created(moment, id)
                            : new Position.Expiring(moment, id)
                };
            }
        }
    }
}
