package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is true of every table and function of ours, asked of the catalogue. */
class SchemaLintTest {

    /** Every table that the migrations make but the two that hold no tenant's data: Flyway's own, and db-scheduler's. */
    private static final String TABLES = """
        table_of_ours as (
          select c.oid, c.oid::regclass::text as name, n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth', 'connexions')
            and c.relname not in ('schema_history', 'platform_history', 'scheduled_tasks'))
        """;

    private final Psql db = Psql.at(TestDatabase.shared().superuserUrl());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void findsTheTablesItIsAbout() {
        assertThat(db.column("with " + TABLES + "select name from table_of_ours order by name collate \"C\""))
                .containsExactly(
                        "connexions.audit_details",
                        "connexions.audit_entry",
                        "connexions.authorization_session",
                        "connexions.connexion_state",
                        "connexions.consent_revocation",
                        "connexions.grants",
                        "connexions.idempotency_record",
                        "connexions.quota_exhaustion",
                        "connexions.quota_reservation",
                        "instagram_connexion",
                        "organisations",
                        "utilisateurs");
    }

    @Test
    void enablesRowSecurityEverywhereAndForcesItInOurSchema() {
        assertThatNone("select name from table_of_ours where not relrowsecurity"
                + " or nspname = 'connexions' and not relforcerowsecurity");
    }

    @Test
    void hasTheTwoPoliciesOnEveryTable() {
        var query = "with " + TABLES + """
            select distinct concat_ws(
              ' | ', replace(p.policyname, t.relname, '*'), permissive, cmd, roles::text, qual, with_check = qual)
            from table_of_ours t join pg_policies p on p.schemaname = t.nspname and p.tablename = t.relname
            order by 1
            """;
        assertThat(db.column(query))
                .containsExactly(
                        "admin_presenca_full_access_* | PERMISSIVE | ALL | {authenticated} | ( SELECT"
                                + " is_admin_presenca(( SELECT auth.uid() AS uid)) AS is_admin_presenca) | t",
                        "organisation_only_access_* | PERMISSIVE | ALL | {authenticated}"
                                + " | (organisation_id = ( SELECT get_user_organisation_id(( SELECT auth.uid() AS uid))"
                                + " AS get_user_organisation_id)) | t");
        assertThatNone("""
            select name from table_of_ours t
            where 2 <> (select count(*) from pg_policies p where p.schemaname = t.nspname and p.tablename = t.relname)
            """);
    }

    @Test
    void hasAPrimaryKeyOnEveryTable() {
        assertThatNone("select name from table_of_ours t"
                + " where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)");
    }

    @Test
    void indexesEveryForeignKey() {
        assertThatNone("""
            select k.conname from pg_constraint k join table_of_ours t on t.oid = k.conrelid
            where k.contype = 'f' and not exists (
              select from pg_index i
              where i.indrelid = k.conrelid
                and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
            """);
    }

    @Test
    void saysWhatHappensWhenAReferencedRowGoes() {
        assertThatNone("select k.conname from pg_constraint k join table_of_ours t on t.oid = k.conrelid"
                + " where k.contype = 'f' and k.confdeltype = 'a'");
    }

    @Test
    void namesTheOrganisationInEveryForeignKeyOfAnOrganisationsRows() {
        assertThatNone("""
            select k.conname from pg_constraint k join table_of_ours t on t.oid = k.conrelid
            where k.contype = 'f' and t.nspname = 'connexions' and not exists (
              select from pg_attribute a
              where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'organisation_id')
            """);
    }

    @Test
    void commentsOnEveryTable() {
        assertThatNone("select name from table_of_ours where obj_description(oid, 'pg_class') is null");
    }

    @Test
    void fixesTheSearchPathOfEveryFunctionAndKeepsThePublicOut() {
        var functions = """
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('public', 'auth', 'connexions')
            """;
        assertThat(db.column("select proname " + functions)).hasSize(6);
        assertThat(db.column("select proname " + functions
                        + "and not coalesce('search_path=\"\"' = any (proconfig), false)"))
                .isEmpty();
        assertThat(db.column("select proname " + functions + "and has_function_privilege('public', p.oid, 'execute')"))
                .isEmpty();
        assertThat(db.column("select proname " + functions + "and obj_description(p.oid, 'pg_proc') is null"))
                .isEmpty();
        assertThat(db.column("select proname " + functions + "and prosecdef order by 1"))
                .containsExactly("get_user_organisation_id", "is_admin_presenca");
        assertThat(db.column("select proname " + functions
                        + "and (select rolsuper from pg_roles r where r.oid = p.proowner)"))
                .isEmpty();
    }

    @Test
    void givesNothingToEverybody() {
        assertThatNone("""
            select t.name, a.privilege_type from table_of_ours t
            join pg_class c on c.oid = t.oid, aclexplode(c.relacl) a
            where a.grantee = 0 or a.grantee in ('anon'::regrole, 'service_role'::regrole)
            """);
    }

    private void assertThatNone(String query) {
        assertThat(db.rows("with " + TABLES + query)).isEmpty();
    }
}
