package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Together;
import dev.connexions.db.shared.Login;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTest {

    /** Everything that a migration could have changed. */
    private static final String CATALOGUE = """
        select md5(string_agg(line, e'\\n' order by line)) from (
          select concat_ws(' ', c.oid::regclass, c.relkind, c.relacl, c.relrowsecurity, c.relforcerowsecurity) as line
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth', 'connexions')
          union all
          select concat_ws(' ', p.oid::regprocedure, md5(p.prosrc), p.proacl, p.proconfig)
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'auth', 'connexions')
          union all
          select concat_ws(' ', schemaname, tablename, policyname, qual, with_check) from pg_policies
          union all
          select concat_ws(' ', nspname, nspacl) from pg_namespace
        ) as lines
        """;

    @Test
    void changesNothingTheSecondTime() {
        try (var database = TestDatabase.open();
                var db = Psql.at(database.superuserUrl())) {
            var before = db.one(CATALOGUE);
            var history = db.one("select count(*) from connexions.schema_history");
            database.migrate();
            assertThat(db.one(CATALOGUE)).isEqualTo(before);
            assertThat(db.one("select count(*) from connexions.schema_history")).isEqualTo(history);
        }
    }

    @RepeatedTest(3)
    void letsSeveralMigrateAtOnce() throws InterruptedException {
        try (var database = TestDatabase.provisioned();
                var db = Psql.at(database.superuserUrl())) {
            var failures = Together.run(3, i -> database.migrate());
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
            assertThat(db.one("select count(*) from connexions.schema_history where version is not null"))
                    .isEqualTo(Integer.toString(versions().size()));
        }
    }

    @Test
    void knowsItsLatestVersion() {
        assertThat(Migrations.SCHEMA_VERSION).isEqualTo(versions().getLast());
    }

    @Test
    void letsTheServiceReadItsHistoryAndWriteNothingThere() {
        try (var db = Psql.at(TestDatabase.shared().applicationUrl())) {
            assertThat(db.column("select version from connexions.schema_history where version is not null"))
                    .contains("001", Migrations.SCHEMA_VERSION);
            assertThat(db.failureOf("delete from connexions.schema_history")).isEqualTo("42501");
        }
    }

    @Test
    void makesAnotherSystemUserAnAdministratorAndKeepsTheRest() {
        try (var database = TestDatabase.open();
                var db = Psql.at(database.superuserUrl())) {
            var other = new UserId(UUID.randomUUID());
            Migrations.run(
                    database.url(), database.owner(), database.application().user(), Platform.BUNDLED, other);
            assertThat(db.one("select public.is_admin_presenca('" + other.value() + "')"))
                    .isEqualTo("t");
        }
    }

    @Test
    void saysEverythingThatAnExistingPlatformLacks() {
        try (var database = TestDatabase.provisioned()) {
            assertThatThrownBy(() -> migrateExisting(database))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("the function auth.uid() returning uuid")
                    .hasMessageContaining("the function public.is_admin_presenca(uuid) returning boolean")
                    .hasMessageContaining("the function public.get_user_organisation_id(uuid) returning uuid")
                    .hasMessageContaining("the table public.organisations with its column organisation_id")
                    .hasMessageContaining("bundled");
            try (var db = Psql.at(database.superuserUrl())) {
                assertThat(db.column("select nspname from pg_namespace where nspname in ('auth', 'connexions')"))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alter function auth.uid() rename to x                             | the function auth.uid()
        alter function public.is_admin_presenca(uuid) rename to x         | the function public.is_admin_presenca(uuid)
        alter function public.get_user_organisation_id(uuid) set schema auth | the function public.get_user_organisation_id(uuid)
        alter table public.organisations rename to x                      | the table public.organisations
        alter table public.organisations rename organisation_id to x      | the table public.organisations
        alter schema auth owner to postgres; revoke all on schema auth from %s, authenticated, public | to use the schema auth
        revoke all on schema public from %s, pg_database_owner            | to create in the schema public
        """)
    void saysWhatAnExistingPlatformLacks(String change, String lacking) {
        try (var database = platformOnly()) {
            database.sql(change.formatted(database.owner().user()));
            assertThatThrownBy(() -> migrateExisting(database))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("the database lacks")
                    .hasMessageContaining(lacking);
        }
    }

    @Test
    void touchesNothingOfAnExistingPlatform() {
        var platform = """
            select string_agg(concat_ws(' ', p.oid::regprocedure, md5(p.prosrc), p.proacl, p.proconfig, p.proowner), ';'
              order by p.proname)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.proname in ('uid', 'is_admin_presenca', 'get_user_organisation_id')
            union all
            select string_agg(concat_ws(' ', c.relname, c.relacl, c.relrowsecurity, c.relowner), ';' order by relname)
            from pg_class c where c.relname in ('organisations', 'utilisateurs')
            union all
            select concat_ws(' ', nspname, nspacl) from pg_namespace where nspname in ('public', 'auth')
            """;
        try (var database = platformOnly();
                var db = Psql.at(database.superuserUrl())) {
            var before = db.rows(platform);
            migrateExisting(database);
            assertThat(db.rows(platform)).isEqualTo(before);
            assertThat(db.one("select count(*) from connexions.schema_history where version is not null"))
                    .isEqualTo(Integer.toString(versions().size()));
        }
    }

    @Test
    void refusesToBundleAPlatformWhereThereIsOne() {
        try (var database = TestDatabase.provisioned()) {
            database.sql("create schema auth; create table auth.users (id uuid)");
            assertThatThrownBy(database::migrate).isInstanceOf(MigrationException.class);
        }
    }

    @Test
    void saysThatItCannotReachTheDatabase() {
        assertThatThrownBy(() -> Migrations.run(
                        "jdbc:postgresql://localhost:1/none",
                        new Login("owner", "secret"),
                        "app",
                        Platform.BUNDLED,
                        new UserId(UUID.randomUUID())))
                .isInstanceOf(MigrationException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void letsTheExistingDatabasesAdministratorGiveWhatIsNeeded() {
        try (var database = platformOnly()) {
            database.sql("drop schema if exists connexions cascade; revoke all on all functions in schema public from "
                    + database.application().user());
            database.sql(Scripts.interpolated(
                    Scripts.provisionExisting(),
                    Map.of(
                            "owner",
                            database.owner().user(),
                            "application",
                            database.application().user())));
            migrateExisting(database);
            try (var db = Psql.at(database.applicationUrl())) {
                assertThat(db.one("select public.is_admin_presenca('"
                                + database.systemUser().value() + "')"))
                        .isEqualTo("t");
            }
        }
    }

    @Test
    void shipsItsScriptsWithoutPasswords() {
        for (var script : List.of(Scripts.provision(), Scripts.provisionExisting())) {
            assertThat(script).doesNotContainPattern("(?i)password '");
        }
    }

    private static List<String> versions() {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TestDatabase platformOnly() {
        var database = TestDatabase.open();
        database.sql("drop table public.instagram_connexion cascade; drop schema connexions cascade;"
                + " drop function public.set_created_audit_fields_instagram_connexion(),"
                + " public.update_audit_fields_instagram_connexion(); drop table auth.platform_history");
        return database;
    }

    private static void migrateExisting(TestDatabase database) {
        Migrations.run(
                database.url(),
                database.owner(),
                database.application().user(),
                Platform.EXISTING,
                database.systemUser());
    }
}
