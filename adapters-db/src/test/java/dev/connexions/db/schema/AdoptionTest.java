package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.shared.Database;
import dev.connexions.db.testing.ExistingPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that has the table already, with rows, as a platform has it that we come to. */
class AdoptionTest {

    private static final String ROWS =
            "select md5(string_agg(c::text, ';' order by instagram_connexion_id)) from public.instagram_connexion c";

    private final TestDatabase database = TestDatabase.provisioned();
    private final Psql superuser = Psql.at(database.superuserUrl());

    @BeforeEach
    void restoreTheDump() {
        database.sql(ExistingPlatform.dump());
    }

    @AfterEach
    void drop() {
        superuser.close();
        database.close();
    }

    @Test
    void losesNothingOfItHoweverOftenItRuns() {
        var before = superuser.one(ROWS);
        prepare();
        migrate();
        assertThat(superuser.one(ROWS)).isEqualTo(before);
        var history = superuser.rows("select * from connexions.schema_history order by installed_rank");
        prepare();
        migrate();
        assertThat(superuser.one(ROWS)).isEqualTo(before);
        assertThat(superuser.rows("select * from connexions.schema_history order by installed_rank"))
                .isEqualTo(history);
    }

    @Test
    void comesToTheSameTableAsWhereThereWasNone() {
        prepare();
        migrate();
        assertSameAsMade();
    }

    private void assertSameAsMade() {
        try (var made = Psql.at(TestDatabase.shared().superuserUrl())) {
            for (var question : List.of(
                    "select pg_get_indexdef(indexrelid) from pg_index"
                            + " where indrelid = 'public.instagram_connexion'::regclass order by 1",
                    "select pg_get_triggerdef(oid) from pg_trigger"
                            + " where tgrelid = 'public.instagram_connexion'::regclass and not tgisinternal order by 1",
                    "select policyname, permissive, cmd, roles, qual, with_check from pg_policies"
                            + " where tablename = 'instagram_connexion' order by 1",
                    "select prosrc, proconfig from pg_proc where proname like '%_audit_fields_instagram_connexion'"
                            + " order by proname",
                    "select relrowsecurity, relforcerowsecurity from pg_class where relname = 'instagram_connexion'")) {
                assertThat(superuser.rows(question)).as(question).isEqualTo(made.rows(question));
            }
        }
    }

    @Test
    void takesOfTheGrantsOnlyWhatRowSecurityDoesNotSee() {
        prepare();
        migrate();
        assertThat(superuser.column("""
            select a.grantee::regrole || ' ' || string_agg(a.privilege_type, ',' order by a.privilege_type)
            from pg_class c, aclexplode(c.relacl) a
            where c.relname = 'instagram_connexion' and a.grantee <> c.relowner
              and a.privilege_type <> 'MAINTAIN' and a.grantee::regrole::text <> current_user
            group by a.grantee order by 1
            """))
                .containsExactly(
                        "anon DELETE,INSERT,SELECT,UPDATE",
                        "authenticated DELETE,INSERT,SELECT,UPDATE",
                        "service_role DELETE,INSERT,SELECT,UPDATE");
    }

    @Test
    void isSafeToServeFrom() {
        prepare();
        migrate();
        try (var pool = Database.open(database.settings())) {
            assertThat(SafetyCheck.run(pool, ExistingPlatform.SYSTEM)).isEmpty();
        }
    }

    @Test
    void showsEachRowForWhatItIs() {
        prepare();
        migrate();
        assertThat(seenBy(ExistingPlatform.MEMBER_OF_A))
                .isEqualTo(Map.ofEntries(
                        Map.entry("01", "active -"),
                        Map.entry("02", "active -"),
                        Map.entry("03", "error row_unreadable"),
                        Map.entry("04", "error token_missing"),
                        Map.entry("05", "active -"),
                        Map.entry("06", "error token_unreadable"),
                        Map.entry("07", "error row_unreadable"),
                        Map.entry("08", "reauthorization_required unknown"),
                        Map.entry("09", "error row_unreadable"),
                        Map.entry("10", "pending -"),
                        Map.entry("11", "revoked unknown")));
        assertThat(seenBy(ExistingPlatform.MEMBER_OF_B)).isEqualTo(Map.of("21", "active -"));
    }

    @Test
    void showsAtOnceWhatThePlatformGoesOnWriting() {
        prepare();
        migrate();
        try (var platform = Psql.at(database.applicationUrl()).as(ExistingPlatform.MEMBER_OF_A)) {
            platform.run("update public.instagram_connexion set instagram_statut_connexion = 'erreur'"
                    + " where instagram_connexion_id = '"
                    + ExistingPlatform.row("01").value() + "'");
            platform.run("insert into public.instagram_connexion (instagram_connexion_id, organisation_id, client_id,"
                    + " instagram_connexion_key,"
                    + " instagram_email_compte)"
                    + " values"
                    + " ('" + ExistingPlatform.row("12").value() + "', '" + ExistingPlatform.A.value()
                    + "', gen_random_uuid(), 'new', 'n@example.org')");
            platform.run("commit");
        }
        assertThat(seenBy(ExistingPlatform.MEMBER_OF_A))
                .containsEntry("01", "error unknown")
                .containsEntry("12", "error token_missing");
    }

    @Test
    void saysWhoMustOwnTheTable() {
        database.sql(script().replaceAll("(?s)-- The table, where the platform has it.*", ""));
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("is not its owner")
                .hasMessageContaining("provision-existing.sql")
                .hasMessageContaining("nothing was changed");
        assertThat(superuser.one("select to_regclass('connexions.schema_history')"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        drop column instagram_page_id                                  | the column instagram_page_id is missing
        alter instagram_limite_quotidienne type bigint                 | instagram_limite_quotidienne is bigint instead of integer
        alter organisation_id drop not null                            | the column organisation_id may be null
        drop constraint instagram_connexion_pkey                       | its primary key is not instagram_connexion_id
        """)
    void refusesATableThatIsNotTheOneDescribed(String change, String why) {
        prepare();
        database.sql("alter table public.instagram_connexion " + change);
        var before = superuser.one(ROWS);
        assertThatThrownBy(this::migrate).isInstanceOf(MigrationException.class).hasMessageContaining(why);
        assertThat(superuser.one(ROWS)).isEqualTo(before);
        assertThat(superuser.one("select to_regclass('connexions.schema_history')"))
                .isNull();
    }

    @Test
    void makesWhatThePlatformNeverHad() {
        prepare();
        database.sql("drop policy organisation_only_access_instagram_connexion on public.instagram_connexion;"
                + " alter table public.instagram_connexion disable row level security;"
                + " drop trigger trigger_update_audit_fields_instagram_connexion on public.instagram_connexion;"
                + " drop function public.update_audit_fields_instagram_connexion()");
        migrate();
        assertSameAsMade();
    }

    private Map<String, String> seenBy(UserId user) {
        try (var pool = Database.open(database.settings())) {
            return new PgConnexionReads(pool.queries(ExistingPlatform.SYSTEM), KeyRing.generate())
                            .list(
                                    new Caller.User(user, Permission.unlessStated(), RequestId.random()),
                                    Scope.ORGANISATION,
                                    Filter.NONE,
                                    null,
                                    200,
                                    Fixtures.NOW)
                            .items()
                            .stream()
                            .collect(Collectors.toMap(AdoptionTest::digits, AdoptionTest::status));
        }
    }

    private static String digits(Connexion connexion) {
        var id = connexion.id().value().toString();
        return id.substring(id.length() - 2);
    }

    private static String status(Connexion connexion) {
        return connexion.state().status().code() + " "
                + connexion.state().why().map(cause -> cause.reason()).orElse("-");
    }

    private void prepare() {
        database.sql(script());
    }

    private String script() {
        return Scripts.interpolated(
                Scripts.provisionExisting(),
                Map.of(
                        "owner",
                        database.owner().user(),
                        "application",
                        database.application().user()));
    }

    private void migrate() {
        Migrations.run(
                database.url(),
                database.owner(),
                database.application().user(),
                Platform.EXISTING,
                ExistingPlatform.SYSTEM);
    }
}
