package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Row security, policies and grants of every table that holds an organisation's rows. */
final class TableCheck {

    static final String TENANT_TABLES = """
        select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relname, n.nspname, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p')
          and (n.nspname = 'public' and c.relname = 'instagram_connexion'
            or n.nspname = 'connexions' and exists (
              select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id'))
        """;

    private static final String FINDINGS = "with tenant as (" + TENANT_TABLES + """
        ), wanted as (
          select t.*, 'admin_presenca_full_access_' || t.relname as policy,
                     '^(\\( select )?is_admin_presenca\\((\\( select )?auth\\.uid\\(\\)( as uid\\))?\\)'
                       || '( as is_admin_presenca\\))?$' as condition
              from tenant t
              union all
              select t.*, 'organisation_only_access_' || t.relname,
                     '^\\(organisation_id = (\\( select )?get_user_organisation_id\\((\\( select )?auth\\.uid\\(\\)( as uid\\))?\\)'
                       || '( as get_user_organisation_id\\))?\\)$'
              from tenant t)
        select format('row security is off on %s', name) as what,
               format('alter table %s enable row level security', name) as mend
        from tenant where not relrowsecurity
        union all
        select format('row security is not forced on %s', name),
               format('alter table %s force row level security', name)
        from tenant where not relforcerowsecurity and nspname = 'connexions'
        union all
        select format('the policy %s is missing on %s', w.policy, w.name), 'run the migrations on a sound database'
        from wanted w
        where not exists (
          select from pg_policies p
          where p.schemaname = w.nspname and p.tablename = w.relname and p.policyname = w.policy)
        union all
        select format('the policy %s on %s says something else than it should', w.policy, w.name),
               'alter policy to the condition that the migrations give'
        from wanted w join pg_policies p
          on p.schemaname = w.nspname and p.tablename = w.relname and p.policyname = w.policy
        where p.cmd <> 'ALL' or p.roles <> '{authenticated}' or p.permissive <> 'PERMISSIVE'
          or p.with_check <> p.qual or replace(p.qual, 'public.', '') !~* w.condition
        union all
        select format('%s has one policy too many: %s', t.name, p.policyname),
               format('drop policy %I on %s', p.policyname, t.name)
        from tenant t join pg_policies p on p.schemaname = t.nspname and p.tablename = t.relname
        where p.permissive = 'PERMISSIVE'
          and not exists (select from wanted w where w.oid = t.oid and w.policy = p.policyname)
        union all
        select format('%I may truncate %s, which row security does not see', role.name, t.name),
               format('revoke truncate on %s from %I', t.name, role.name)
        from tenant t, (values ('authenticated'), (session_user)) as role (name)
        where has_table_privilege(role.name, t.oid, 'truncate')
        union all
        select format('the login %I has rights of its own on %s', session_user, t.name),
               format('revoke all on %s from %I', t.name, session_user)
        from tenant t
        where has_any_column_privilege(session_user, t.oid, 'select, insert, update, references')
          or has_table_privilege(session_user, t.oid, 'delete, trigger')
        union all
        select format('%I may create in the schema %I', role.name, n.nspname),
               format('revoke create on schema %I from %I, public', n.nspname, role.name)
        from pg_namespace n, (values ('authenticated'), (session_user)) as role (name)
        where n.nspname in ('public', 'auth', 'connexions') and has_schema_privilege(role.name, n.oid, 'create')
        """;

    private TableCheck() {}

    static List<Finding> findings(Connection connection) throws SQLException {
        return SafetyCheck.query(connection, FINDINGS);
    }
}
