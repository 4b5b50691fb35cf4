package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform's table against its description, to the letter. */
class SeedTableTest {

    private static final String TABLE = "'public.instagram_connexion'::regclass";

    private final Psql db = Psql.at(TestDatabase.shared().superuserUrl());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void hasTheColumnsInTheirOrder() {
        assertThat(db.column("""
            select concat_ws(' | ', a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attnotnull then 'NO' else 'YES' end,
              coalesce(pg_get_expr(d.adbin, d.adrelid), '-'))
            from pg_attribute a
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = %s and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """.formatted(TABLE)))
                .containsExactly(
                        "instagram_connexion_id | uuid | NO | gen_random_uuid()",
                        "organisation_id | uuid | NO | -",
                        "client_type | text | NO | 'reseau'::text",
                        "client_id | uuid | NO | -",
                        "instagram_connexion_key | text | NO | -",
                        "instagram_email_compte | text | NO | -",
                        "instagram_access_token | text | YES | -",
                        "instagram_token_expire_at | timestamp with time zone | YES | -",
                        "instagram_actif | boolean | NO | true",
                        "instagram_date_activation | timestamp with time zone | NO | now()",
                        "instagram_derniere_synchro | timestamp with time zone | YES | -",
                        "instagram_statut_connexion | text | NO | 'active'::text",
                        "instagram_derniere_erreur | text | YES | -",
                        "instagram_limite_quotidienne | integer | YES | -",
                        "instagram_usage_quotidien | integer | YES | 0",
                        "instagram_reset_quota_at | timestamp with time zone | YES | -",
                        "instagram_business_account_id | text | YES | -",
                        "instagram_page_id | text | YES | -",
                        "instagram_permissions | text[] | YES |"
                                + " '{instagram_basic,pages_read_engagement,instagram_manage_insights}'::text[]",
                        "instagram_type_compte | text | YES | -",
                        "instagram_created_at | timestamp with time zone | NO | now()",
                        "instagram_created_by | uuid | YES | -",
                        "instagram_updated_at | timestamp with time zone | NO | now()",
                        "instagram_updated_by | uuid | YES | -",
                        "instagram_audit_log | jsonb | YES | '{}'::jsonb",
                        "instagram_ia_extensions | jsonb | YES | '{}'::jsonb");
    }

    @Test
    void hasNoConstraintButItsPrimaryKey() {
        // from PostgreSQL 18 on the catalogue lists what is not null as constraints, too
        assertThat(db.column("select pg_get_constraintdef(oid) from pg_constraint where contype <> 'n' and conrelid = "
                        + TABLE))
                .containsExactly("PRIMARY KEY (instagram_connexion_id)");
    }

    @Test
    void isUniqueOnlyWhereLegacyRowsCannotBreakIt() {
        assertThat(db.column(
                        "select pg_get_indexdef(indexrelid, 0, true) from pg_index where indisunique and indrelid = "
                                + TABLE + " order by 1"))
                .containsExactly(
                        "CREATE UNIQUE INDEX instagram_connexion_organisation_key ON instagram_connexion"
                                + " USING btree (organisation_id, instagram_connexion_id)",
                        "CREATE UNIQUE INDEX instagram_connexion_pkey ON instagram_connexion"
                                + " USING btree (instagram_connexion_id)");
    }

    @Test
    void leavesTheQuotaOutOfEveryIndex() {
        assertThat(db.column("""
            select a.attname from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = %s and a.attname in
              ('instagram_limite_quotidienne', 'instagram_usage_quotidien', 'instagram_reset_quota_at')
            """.formatted(TABLE))).isEmpty();
        assertThat(db.one("select reloptions::text from pg_class where oid = " + TABLE))
                .isEqualTo("{fillfactor=80}");
    }

    @Test
    void hasTheTwoTriggers() {
        assertThat(db.column("select pg_get_triggerdef(oid, true) from pg_trigger where not tgisinternal and tgrelid = "
                        + TABLE + " order by tgname"))
                .containsExactly(
                        "CREATE TRIGGER trigger_set_created_audit_fields_instagram_connexion BEFORE INSERT ON"
                                + " instagram_connexion FOR EACH ROW"
                                + " EXECUTE FUNCTION set_created_audit_fields_instagram_connexion()",
                        "CREATE TRIGGER trigger_update_audit_fields_instagram_connexion BEFORE UPDATE ON"
                                + " instagram_connexion FOR EACH ROW"
                                + " EXECUTE FUNCTION update_audit_fields_instagram_connexion()");
    }

    @Test
    void hasRowSecurityEnabledAndNotForced() {
        assertThat(db.one("select concat(relrowsecurity, ' ', relforcerowsecurity) from pg_class where oid = " + TABLE))
                .isEqualTo("t f");
    }

    @Test
    void hasTheTwoPolicies() {
        var administrator = "( SELECT is_admin_presenca(( SELECT auth.uid() AS uid)) AS is_admin_presenca)";
        var organisation = "(organisation_id = ( SELECT get_user_organisation_id(( SELECT auth.uid() AS uid))"
                + " AS get_user_organisation_id))";
        assertThat(db.column("""
            select concat_ws(' | ', policyname, permissive, cmd, roles::text, qual, with_check)
            from pg_policies where schemaname = 'public' and tablename = 'instagram_connexion'
            order by policyname
            """))
                .containsExactly(
                        String.join(
                                " | ",
                                "admin_presenca_full_access_instagram_connexion",
                                "PERMISSIVE",
                                "ALL",
                                "{authenticated}",
                                administrator,
                                administrator),
                        String.join(
                                " | ",
                                "organisation_only_access_instagram_connexion",
                                "PERMISSIVE",
                                "ALL",
                                "{authenticated}",
                                organisation,
                                organisation));
    }

    @Test
    void givesAuthenticatedWhatItNeedsAndNobodyElseAnything() {
        assertThat(db.column("""
            select a.grantee::regrole || ' ' || string_agg(a.privilege_type, ',' order by a.privilege_type)
            from pg_class c, aclexplode(c.relacl) a
            where c.oid = %s and a.grantee <> c.relowner
            group by a.grantee
            """.formatted(TABLE))).containsExactly("authenticated DELETE,INSERT,SELECT");
        assertThat(db.column("""
            select attname from pg_attribute
            where attrelid = %s and attnum > 0
              and not has_column_privilege('authenticated', attrelid, attnum, 'update')
            order by attnum
            """.formatted(TABLE)))
                .containsExactly(
                        "instagram_connexion_id", "organisation_id", "instagram_created_at", "instagram_created_by");
    }
}
