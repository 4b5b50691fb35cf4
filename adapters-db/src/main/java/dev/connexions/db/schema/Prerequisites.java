package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the migrations need of the database and find there, or name as missing. */
final class Prerequisites {

    private static final String MISSING = """
        with function as (
          select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as named,
            n.nspname || '.' || p.proname as name, p.pronargs, p.proargtypes, p.prorettype
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace)
        select 'PostgreSQL 15 or later' where current_setting('server_version_num')::int < 150000
        union all
        select 'the role authenticated' where not exists (select from pg_roles where rolname = 'authenticated')
        union all
        select 'the function auth.uid() returning uuid' where not exists (
          select from function where name = 'auth.uid' and pronargs = 0 and prorettype = 'uuid'::regtype)
        union all
        select 'the function public.is_admin_presenca(uuid) returning boolean' where not exists (
          select from function where name = 'public.is_admin_presenca'
            and proargtypes[0] = 'uuid'::regtype and pronargs = 1 and prorettype = 'boolean'::regtype)
        union all
        select 'the function public.get_user_organisation_id(uuid) returning uuid' where not exists (
          select from function where name = 'public.get_user_organisation_id'
            and proargtypes[0] = 'uuid'::regtype and pronargs = 1 and prorettype = 'uuid'::regtype)
        union all
        select 'the table public.organisations with its column organisation_id' where not exists (
          select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relname = 'organisations' and a.attname = 'organisation_id')
        union all
        select 'the right of ' || current_user || ' to use the schema auth' where exists (
          select from pg_namespace n where n.nspname = 'auth' and not has_schema_privilege(n.oid, 'usage'))
        union all
        select 'the right of ' || current_user || ' to create in the schema public' where exists (
          select from pg_namespace n where n.nspname = 'public' and not has_schema_privilege(n.oid, 'create'))
        """;

    private Prerequisites() {}

    static List<String> missing(Connection connection) throws SQLException {
        var missing = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MISSING)) {
            while (rows.next()) {
                missing.add(rows.getString(1));
            }
        }
        return missing;
    }
}
