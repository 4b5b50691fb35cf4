package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What raw SQL can do with the login of the service, in the order of the catalogue of cases (C). */
class RowSecurityTest {

    private static final String DENIED = "42501";
    private static final List<String> TENANT_TABLES = List.of(
            "public.instagram_connexion",
            "connexions.connexion_state",
            "connexions.grants",
            "connexions.authorization_session",
            "connexions.audit_entry",
            "connexions.audit_details",
            "connexions.quota_reservation",
            "connexions.quota_exhaustion",
            "connexions.idempotency_record");

    private final TestDatabase database = TestDatabase.shared();
    private final OrganisationId here = database.organisation();
    private final OrganisationId there = database.organisation();
    private final UserId member = user(here, false);
    private final UserId administrator = user(there, true);
    private final Psql db = Psql.at(database.applicationUrl());
    private String theirs = "";

    @BeforeEach
    void plantARowOfEachTable() {
        plant(here);
        theirs = plant(there);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void refusesTheLoginAlone() {
        for (var table : TENANT_TABLES) {
            assertThat(db.failureOf("select from " + table)).as(table).isEqualTo(DENIED);
            assertThat(db.failureOf("delete from " + table)).as(table).isEqualTo(DENIED);
        }
    }

    @Test
    void showsNothingWithoutClaims() {
        db.as(null);
        for (var table : TENANT_TABLES) {
            assertThat(db.one("select count(*) from " + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void showsNothingWhereAnEarlierTransactionLeftTheClaimsEmpty() {
        db.as(member);
        assertThat(db.one("select count(*) from public.instagram_connexion")).isEqualTo("1");
        db.run("commit");
        assertThat(db.one("select current_setting('request.jwt.claims', true)")).isEmpty();
        db.as(null);
        for (var table : TENANT_TABLES) {
            assertThat(db.one("select count(*) from " + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void showsAMemberTheRowsOfItsOrganisationAndAnAdministratorAll() {
        for (var table : TENANT_TABLES) {
            var organisations = "select distinct organisation_id from " + table + " where organisation_id in ('"
                    + here.value() + "', '" + there.value() + "')";
            db.as(member);
            assertThat(db.column(organisations))
                    .as(table)
                    .containsExactly(here.value().toString());
            db.run("rollback");
            db.as(administrator);
            assertThat(db.column(organisations)).as(table).hasSize(2);
            db.run("rollback");
        }
    }

    @Test
    void changesAndDeletesNothingOfAnotherOrganisation() {
        db.as(member);
        assertThat(db.update("update public.instagram_connexion set client_type = 'x' where instagram_connexion_id = '"
                        + theirs + "'"))
                .isZero();
        assertThat(db.update("delete from public.instagram_connexion where instagram_connexion_id = '" + theirs + "'"))
                .isZero();
        assertThat(db.update("update connexions.connexion_state set version = 9 where connexion_id = '" + theirs + "'"))
                .isZero();
    }

    @Test
    void insertsNothingIntoAnotherOrganisation() {
        assertThat(failureAs(member, insertConnexion(UUID.randomUUID(), there))).isEqualTo(DENIED);
        assertThat(failureAs(member, insertGrant(there))).isEqualTo(DENIED);
        assertThat(failureAs(member, insertConnexion(UUID.randomUUID(), here))).isEqualTo("00000");
        assertThat(failureAs(member, insertGrant(here))).isEqualTo("00000");
    }

    @Test
    void movesNoRowToAnotherOrganisation() {
        assertThat(failureAs(member, "update public.instagram_connexion set organisation_id = '" + there.value() + "'"))
                .isEqualTo(DENIED);
        // and were the grants of a platform wider, the policies would still refuse
        database.sql("grant update (organisation_id) on public.instagram_connexion to authenticated");
        try {
            assertThat(failureAs(
                            member, "update public.instagram_connexion set organisation_id = '" + there.value() + "'"))
                    .isEqualTo(DENIED);
        } finally {
            database.sql("revoke update (organisation_id) on public.instagram_connexion from authenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instagram_connexion_id = gen_random_uuid()",
                "organisation_id = gen_random_uuid()",
                "instagram_created_at = now()",
                "instagram_created_by = gen_random_uuid()"
            })
    void refusesToUpdateWhatNeverChanges(String assignment) {
        assertThat(failureAs(administrator, "update public.instagram_connexion set " + assignment))
                .isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate public.instagram_connexion",
                "truncate connexions.audit_entry cascade",
                "drop table public.instagram_connexion",
                "alter table public.instagram_connexion disable row level security",
                "drop policy organisation_only_access_instagram_connexion on public.instagram_connexion",
                "alter table public.instagram_connexion disable trigger all",
                "create table public.x ()",
                "create table connexions.x ()",
                "create table auth.x ()",
                "create schema x",
                "create temporary table x ()",
                "create role x",
                "set role service_role",
                "set session authorization postgres",
                "update connexions.audit_entry set action = 'x.y'",
                "delete from connexions.audit_entry",
                "delete from connexions.audit_details",
                "update connexions.audit_details set details = '{}'",
                "delete from connexions.connexion_state",
                "delete from connexions.quota_reservation",
                "delete from connexions.quota_exhaustion",
                "update connexions.quota_reservation set units = 1",
                "update connexions.quota_reservation set day_ends_at = now()",
                "copy public.instagram_connexion to program 'true'",
                "copy public.instagram_connexion to '/tmp/x'",
                "select pg_read_file('/etc/passwd')",
                "select lo_import('/etc/passwd')",
                "create extension dblink",
                "select from public.utilisateurs",
                "update public.utilisateurs set utilisateur_admin_presenca = true"
            })
    void refusesWhatIsNotACallersBusiness(String statement) {
        assertThat(failureAs(administrator, statement)).isEqualTo(DENIED);
        assertThat(db.failureOf(statement)).isEqualTo(DENIED);
    }

    @Test
    void refusesToBecomeTheOwner() {
        var become = "set role " + database.owner().user();
        assertThat(db.failureOf(become)).isEqualTo(DENIED);
        assertThat(failureAs(administrator, become)).isEqualTo(DENIED);
    }

    @Test
    void bindsTheOwnerOutsideThePlatformsTable() {
        try (var owner = Psql.at(database.ownerUrl())) {
            assertThat(owner.one("select count(*) > 0 from public.instagram_connexion"))
                    .isEqualTo("t");
            for (var table : List.of(
                    "connexion_state",
                    "grants",
                    "authorization_session",
                    "audit_entry",
                    "audit_details",
                    "quota_reservation",
                    "quota_exhaustion",
                    "idempotency_record")) {
                assertThat(owner.one("select count(*) from connexions." + table))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void isNotFooledByShadowsOfWhatItsFunctionsName() {
        database.sql("grant temporary on database " + database.name() + " to authenticated");
        try {
            db.as(member);
            db.run("create function pg_temp.uid() returns uuid language sql as $$ select '" + administrator.value()
                    + "'::uuid $$");
            db.run("create temporary table utilisateurs (utilisateur_id uuid, utilisateur_admin_presenca boolean,"
                    + " organisation_id uuid)");
            db.run("insert into utilisateurs values ('" + member.value() + "', true, '" + there.value() + "')");
            db.run("set local search_path = pg_temp, public, auth");
            assertThat(db.one("select public.is_admin_presenca('" + member.value() + "')"))
                    .isEqualTo("f");
            assertThat(db.one("select public.get_user_organisation_id('" + member.value() + "')"))
                    .isEqualTo(here.value().toString());
            assertThat(db.column("select distinct organisation_id from public.instagram_connexion"))
                    .containsExactly(here.value().toString());
            db.run("rollback");
        } finally {
            database.sql("revoke temporary on database " + database.name() + " from authenticated");
        }
    }

    @Test
    void tellsNothingOfAnotherOrganisationsRowsThroughForeignKeys() {
        for (var insert : List.of(
                "insert into connexions.connexion_state (connexion_id, organisation_id, version) values ('%s', '%s',"
                        + " 1)",
                "insert into connexions.audit_details (entry_id, organisation_id, details, salt)"
                        + " values ('%s', '%s', '{}', decode(repeat('00', 32), 'hex'))")) {
            var foreign = insert.contains("audit") ? entryOf(there) : theirs;
            if (!insert.contains("audit")) {
                database.sql("delete from connexions.connexion_state where connexion_id = '" + theirs + "'");
            } else {
                database.sql("delete from connexions.audit_details where entry_id = '" + foreign + "'");
            }
            assertThat(failureAs(member, insert.formatted(foreign, here.value())))
                    .isEqualTo("23503");
            assertThat(failureAs(member, insert.formatted(UUID.randomUUID(), here.value())))
                    .isEqualTo("23503");
        }
    }

    @Test
    void endsWhatIsStuck() {
        assertThat(db.one("show statement_timeout")).isEqualTo("5s");
        assertThat(db.one("show lock_timeout")).isEqualTo("2s");
        assertThat(db.one("show idle_in_transaction_session_timeout")).isEqualTo("10s");
    }

    @Test
    void hidesTheStatementsAndStatisticsOfOthers() {
        assertThat(db.column("select query from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and query not in ('<insufficient privilege>', '') and usename <> session_user"))
                .isEmpty();
        assertThat(db.column("select attname from pg_stats where schemaname in ('public', 'connexions')"))
                .isEmpty();
    }

    private String failureAs(UserId caller, String statement) {
        db.as(caller);
        try {
            return db.failureOf(statement);
        } finally {
            db.run("rollback");
        }
    }

    private UserId user(OrganisationId organisation, boolean isAdministrator) {
        var user = new UserId(UUID.randomUUID());
        database.register(user, organisation, isAdministrator);
        return user;
    }

    private String plant(OrganisationId organisation) {
        var id = UUID.randomUUID();
        database.sql(insertConnexion(id, organisation) + ";" + insertGrant(organisation) + ";"
                + """
                insert into connexions.connexion_state (connexion_id, organisation_id, version, status, since)
                  values ('%1$s', '%2$s', 1, 'en_attente', now());
                insert into connexions.authorization_session
                  (session_id, organisation_id, connexion_id, version, login_product, requested_permissions, started_by,
                   started_at, expires_at, link_digest, progress)
                  values (gen_random_uuid(), '%2$s', '%1$s', 1, 'instagram', '{}', gen_random_uuid(), now(),
                    now() + interval '1 day', sha256('%1$s'), 'waiting');
                insert into connexions.quota_reservation
                  (reservation_id, organisation_id, connexion_id, units, state, held_at, expires_at, day_ends_at)
                  values (gen_random_uuid(), '%2$s', '%1$s', 1, 'held', now(), now() + interval '1 day', now());
                insert into connexions.quota_exhaustion (connexion_id, organisation_id, day_ends_at, exhausted_at)
                  values ('%1$s', '%2$s', now(), now());
                insert into connexions.idempotency_record
                  (organisation_id, key_digest, fingerprint, attempt, began_at, entries_before, progress)
                  values ('%2$s', sha256('%1$s'), sha256(''), 'r', now(), 0, 'answered_once');
                with entry as (
                  insert into connexions.audit_entry
                    (organisation_id, sequence, at, actor_kind, actor_id, action, outcome, request_id, details_digest,
                     previous_hash, hash)
                  values ('%2$s', 1, now(), 'user', gen_random_uuid(), 'a.b', 'done', 'r', sha256(''), sha256(''), sha256(''))
                  returning organisation_id, entry_id)
                insert into connexions.audit_details (organisation_id, entry_id, details, salt)
                  select organisation_id, entry_id, '{}', sha256('') from entry;
                """.formatted(id, organisation.value()));
        return id.toString();
    }

    private String entryOf(OrganisationId organisation) {
        try (var superuser = Psql.at(database.superuserUrl())) {
            return String.valueOf(superuser.one("select entry_id from connexions.audit_entry where organisation_id = '"
                    + organisation.value() + "'"));
        }
    }

    private static String insertConnexion(UUID id, OrganisationId organisation) {
        return """
            insert into public.instagram_connexion
              (instagram_connexion_id, organisation_id, client_id, instagram_connexion_key, instagram_email_compte)
            values ('%1$s', '%2$s', gen_random_uuid(), '%1$s', 'a@example.org')
            """.formatted(id, organisation.value());
    }

    private static String insertGrant(OrganisationId organisation) {
        return """
            insert into connexions.grants
              (grant_id, organisation_id, login_product, meta_user_id, requested_permissions, granted_permissions,
               granted_at, last_verified_at)
            values (gen_random_uuid(), '%s', 'instagram', gen_random_uuid()::text, '{}', '{}', now(), now())
            """.formatted(organisation.value());
    }
}
