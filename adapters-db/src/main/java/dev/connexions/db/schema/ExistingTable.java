package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The platform's table where the platform made it before us: whether it is there, and what keeps it from being adopted. */
final class ExistingTable {

    private static final String FOREIGN = """
        select to_regclass('public.instagram_connexion') is not null
          and to_regclass('connexions.schema_history') is null as yes
        """;

    /** Once adopted, always: its history begins after the migration that would have made the table. */
    private static final String ADOPTED = """
        select exists (
          select from connexions.schema_history where type = 'BASELINE' and version = '001') as yes
        """;

    private static final String OBSTACLES = """
        with wanted (name, type, required) as (values
          ('instagram_connexion_id', 'uuid', true), ('organisation_id', 'uuid', true), ('client_type', 'text', true),
          ('client_id', 'uuid', true), ('instagram_connexion_key', 'text', true), ('instagram_email_compte', 'text', true),
          ('instagram_access_token', 'text', false), ('instagram_token_expire_at', 'timestamp with time zone', false),
          ('instagram_actif', 'boolean', true), ('instagram_date_activation', 'timestamp with time zone', true),
          ('instagram_derniere_synchro', 'timestamp with time zone', false), ('instagram_statut_connexion', 'text', true),
          ('instagram_derniere_erreur', 'text', false), ('instagram_limite_quotidienne', 'integer', false),
          ('instagram_usage_quotidien', 'integer', false),
          ('instagram_reset_quota_at', 'timestamp with time zone', false),
          ('instagram_business_account_id', 'text', false), ('instagram_page_id', 'text', false),
          ('instagram_permissions', 'text[]', false), ('instagram_type_compte', 'text', false),
          ('instagram_created_at', 'timestamp with time zone', true), ('instagram_created_by', 'uuid', false),
          ('instagram_updated_at', 'timestamp with time zone', true), ('instagram_updated_by', 'uuid', false),
          ('instagram_audit_log', 'jsonb', false), ('instagram_ia_extensions', 'jsonb', false)),
        seen as (
          select w.*, format_type(a.atttypid, a.atttypmod) as seen_type, a.attnotnull
          from wanted w
          left join pg_attribute a on a.attrelid = 'public.instagram_connexion'::regclass and a.attname = w.name
            and a.attnum > 0 and not a.attisdropped)
        select format('the column %s is missing', name) from seen where seen_type is null
        union all
        select format('the column %s is %s instead of %s', name, seen_type, type) from seen where seen_type <> type
        union all
        select format('the column %s may be null', name) from seen where required and not attnotnull
        union all
        select 'its primary key is not instagram_connexion_id' where not exists (
          select from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'instagram_connexion_id'
          where i.indrelid = 'public.instagram_connexion'::regclass and i.indisprimary
            and i.indkey::text = a.attnum::text)
        union all
        select format('%s is not its owner; provision-existing.sql says how it becomes that', current_user)
        where exists (
          select from pg_class c
          where c.oid = 'public.instagram_connexion'::regclass and not pg_has_role(current_user, c.relowner, 'usage'))
        union all
        select format('%s does not own the function %s; provision-existing.sql says how it becomes that',
          current_user, p.oid::regprocedure)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and not pg_has_role(current_user, p.proowner, 'usage')
          and p.proname in (
            'set_created_audit_fields_instagram_connexion', 'update_audit_fields_instagram_connexion')
        """;

    private ExistingTable() {}

    /** Whether the table is there and no migration of ours has run. */
    static boolean isForeign(Connection connection) throws SQLException {
        return yes(connection, FOREIGN);
    }

    static boolean wasAdopted(Connection connection) throws SQLException {
        return yes(connection, "select to_regclass('connexions.schema_history') is not null as yes")
                && yes(connection, ADOPTED);
    }

    /** Where the table differs from its description in a way that would lose or misread something. */
    static List<String> obstacles(Connection connection) throws SQLException {
        var obstacles = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OBSTACLES)) {
            while (rows.next()) {
                obstacles.add(rows.getString(1));
            }
        }
        return obstacles;
    }

    private static boolean yes(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean("yes");
        }
    }
}
