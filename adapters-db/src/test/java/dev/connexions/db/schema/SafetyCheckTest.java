package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.db.shared.Database;
import dev.connexions.db.shared.DatabaseSettings;
import dev.connexions.db.shared.Login;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that makes it unsafe to serve is found, and named; mended, it is found no more. */
class SafetyCheckTest {

    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void findsNothingWrongWithWhatWeMake() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        is a superuser | alter role APP superuser | alter role APP nosuperuser
        bypasses row security | alter role APP bypassrls | alter role APP nobypassrls
        may make roles | alter role APP createrole | alter role APP nocreaterole
        can become "OWNER" | grant "OWNER" to APP | revoke "OWNER" from APP
        can become service_role | grant service_role to APP | revoke service_role from APP
        can become service_role | grant service_role to authenticated | revoke service_role from authenticated
        cannot become authenticated | revoke authenticated from APP | SET_MEMBERSHIP
        has the rights of authenticated without a caller | INHERIT | SET_MEMBERSHIP
        owns table t | create table public.t (); alter table public.t owner to APP | drop table public.t
        role authenticated owns table t | create table public.t (); alter table public.t owner to authenticated | drop table public.t
        row security is off on public.instagram_connexion | alter table public.instagram_connexion disable row level security | alter table public.instagram_connexion enable row level security
        row security is off on connexions.grants | alter table connexions.grants disable row level security | alter table connexions.grants enable row level security
        row security is not forced on connexions.audit_entry | alter table connexions.audit_entry no force row level security | alter table connexions.audit_entry force row level security
        policy organisation_only_access_instagram_connexion is missing | alter policy organisation_only_access_instagram_connexion on public.instagram_connexion rename to x | alter policy x on public.instagram_connexion rename to organisation_only_access_instagram_connexion
        one policy too many: x | alter policy admin_presenca_full_access_grants on connexions.grants rename to x | alter policy x on connexions.grants rename to admin_presenca_full_access_grants
        one policy too many: all_of_it | create policy all_of_it on connexions.grants using (true) | drop policy all_of_it on connexions.grants
        policy organisation_only_access_grants on connexions.grants says something else | alter policy organisation_only_access_grants on connexions.grants using (true) with check (true) | ORGANISATION_POLICY
        policy organisation_only_access_grants on connexions.grants says something else | alter policy organisation_only_access_grants on connexions.grants with check (true) | ORGANISATION_POLICY
        policy organisation_only_access_grants on connexions.grants says something else | alter policy organisation_only_access_grants on connexions.grants to public | alter policy organisation_only_access_grants on connexions.grants to authenticated
        authenticated may truncate public.instagram_connexion | grant truncate on public.instagram_connexion to authenticated | revoke truncate on public.instagram_connexion from authenticated
        has rights of its own on public.instagram_connexion | grant select on public.instagram_connexion to APP | revoke all on public.instagram_connexion from APP
        has rights of its own on connexions.grants | grant update (granted_at) on connexions.grants to public | revoke update (granted_at) on connexions.grants from public
        is not refused on public.instagram_connexion | grant select on public.instagram_connexion to public | revoke all on public.instagram_connexion from public
        authenticated may not read connexions.grants | revoke select on connexions.grants from authenticated | grant select on connexions.grants to authenticated
        may create in the schema public | grant create on schema public to authenticated | revoke create on schema public from authenticated
        may create in the schema connexions | grant create on schema connexions to public | revoke create on schema connexions from public
        the function public.is_admin_presenca(uuid) is missing | alter function public.is_admin_presenca(uuid) rename to x | alter function public.x(uuid) rename to is_admin_presenca
        public.is_admin_presenca(uuid) runs as its owner with the search_path of its caller | alter function public.is_admin_presenca(uuid) reset all | alter function public.is_admin_presenca(uuid) set search_path = ''
        everybody may execute public.get_user_organisation_id(uuid) | grant execute on function public.get_user_organisation_id(uuid) to public | revoke execute on function public.get_user_organisation_id(uuid) from public
        authenticated may not execute auth.uid() | revoke execute on function auth.uid() from authenticated | grant execute on function auth.uid() to authenticated
        may not execute public.is_admin_presenca(uuid) | revoke execute on function public.is_admin_presenca(uuid) from APP | grant execute on function public.is_admin_presenca(uuid) to APP
        does not know the system user | update public.utilisateurs set utilisateur_admin_presenca = false | update public.utilisateurs set utilisateur_admin_presenca = true
        the schema is older than | update connexions.schema_history set success = false where version = (select max(version) from connexions.schema_history) | update connexions.schema_history set success = true
        may not read connexions.schema_history | revoke select on connexions.schema_history from APP | grant select on connexions.schema_history to APP
        has no migrations | alter table connexions.schema_history rename to x | alter table connexions.x rename to schema_history
        """)
    void findsWhatIsUnsafe(String what, String breakIt, String mendIt) {
        DATABASE.sql(sql(breakIt));
        try {
            assertThat(findings())
                    .isNotEmpty()
                    .anySatisfy(finding -> assertThat(finding.what()).contains(named(what)))
                    .allSatisfy(finding -> assertThat(finding.mend()).isNotBlank());
        } finally {
            DATABASE.sql(sql(mendIt));
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsRowsThatAreSeenWithoutACaller() {
        DATABASE.sql("create or replace function auth.uid() returns uuid language sql as $$ select '"
                + DATABASE.systemUser().value() + "'::uuid $$; "
                + "insert into public.instagram_connexion"
                + " (organisation_id, client_id, instagram_connexion_key, instagram_email_compte)"
                + " values (gen_random_uuid(), gen_random_uuid(), 'k', 'a@example.org')");
        try {
            assertThat(findings())
                    .extracting(Finding::what)
                    .containsExactly("authenticated sees rows of public.instagram_connexion without a caller");
        } finally {
            DATABASE.sql("delete from public.instagram_connexion");
            DATABASE.sql("""
                create or replace function auth.uid() returns uuid language plpgsql stable set search_path = '' as $$
                begin return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid; end $$
                """);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsMuchWrongWithTheOwnerAndTheSuperuser() {
        try (var database = Database.open(new DatabaseSettings(DATABASE.url(), DATABASE.owner(), 1))) {
            assertThat(SafetyCheck.run(database, DATABASE.systemUser()))
                    .extracting(Finding::what)
                    .anyMatch(what -> what.contains("owns table"))
                    .anyMatch(what -> what.contains("is not refused on public.instagram_connexion"));
        }
        try (var database = Database.open(new DatabaseSettings(DATABASE.superuserUrl(), superuser(), 1))) {
            assertThat(SafetyCheck.run(database, DATABASE.systemUser()))
                    .extracting(Finding::what)
                    .anyMatch(what -> what.contains("is a superuser"));
        }
    }

    @Test
    void findsASystemUserThatNobodyKnows() {
        try (var database = Database.open(DATABASE.settings())) {
            var unknown = new UserId(UUID.randomUUID());
            assertThat(SafetyCheck.run(database, unknown))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.what()).contains(unknown.value().toString()));
        }
    }

    @Test
    void findsThatNothingWasMigrated() {
        try (var bare = TestDatabase.provisioned();
                var database = Database.open(bare.settings())) {
            assertThat(SafetyCheck.run(database, bare.systemUser()))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.mend()).contains("migrate"));
        }
    }

    @Test
    void acceptsANewerSchema() {
        DATABASE.sql("insert into connexions.schema_history"
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        try {
            assertThat(findings()).isEmpty();
        } finally {
            DATABASE.sql("delete from connexions.schema_history where installed_rank = 999");
        }
    }

    @Test
    void saysSoWhenItCannotAsk() {
        var nowhere = new DatabaseSettings("jdbc:postgresql://localhost:1/none", DATABASE.application(), 1);
        try (var database = Database.open(nowhere)) {
            assertThatThrownBy(() -> SafetyCheck.run(database, DATABASE.systemUser()))
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
    }

    private static List<Finding> findings() {
        try (var database = Database.open(DATABASE.settings())) {
            return SafetyCheck.run(database, DATABASE.systemUser());
        }
    }

    private static Login superuser() {
        return new Login("postgres", "postgres");
    }

    private static String sql(String text) {
        var app = DATABASE.application().user();
        return switch (text) {
            case "SET_MEMBERSHIP" -> """
                do $$ begin
                  execute case when current_setting('server_version_num')::int >= 160000
                    then 'grant authenticated to %1$s with inherit false, set true'
                    else 'grant authenticated to %1$s; alter role %1$s noinherit' end;
                end $$
                """.formatted(app);
            case "INHERIT" -> """
                do $$ begin
                  execute case when current_setting('server_version_num')::int >= 160000
                    then 'grant authenticated to %1$s with inherit true' else 'alter role %1$s inherit' end;
                end $$
                """.formatted(app);
            case "ORGANISATION_POLICY" -> """
                alter policy organisation_only_access_grants on connexions.grants
                  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
                  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
                """;
            default ->
                text.replace("APP", app).replace("OWNER", DATABASE.owner().user());
        };
    }

    private static String named(String what) {
        return what.replace("\"OWNER\"", DATABASE.owner().user());
    }
}
