package dev.connexions.db.schema;

import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The functions that the policies ask, and whether they know the system user. */
final class FunctionCheck {

    private static final String FINDINGS = """
        with wanted (schema, name, arguments, by_login) as (
          values ('auth', 'uid', '', false), ('public', 'is_admin_presenca', 'uuid', true),
            ('public', 'get_user_organisation_id', 'uuid', true)),
        found as (
          select w.*, p.oid, format('%I.%I(%s)', w.schema, w.name, w.arguments) as signature, p.prosecdef,
                 p.proconfig, p.proacl, p.proowner
          from wanted w
          left join pg_namespace n on n.nspname = w.schema
          left join pg_proc p on p.pronamespace = n.oid and p.proname = w.name
            and oidvectortypes(p.proargtypes) = w.arguments)
        select format('the function %s is missing', signature) as what,
               'mend the platform, or run the command `migrate`' as mend
        from found where oid is null
        union all
        select format('%s runs as its owner with the search_path of its caller', signature),
               format('alter function %s set search_path = %L', signature, '')
        from found
        where prosecdef and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')
        union all
        select format('everybody may execute %s, which runs as its owner', signature),
               format('revoke execute on function %s from public', signature)
        from found
        where prosecdef and exists (
          select from aclexplode(coalesce(proacl, acldefault('f', proowner))) as right_of
          where right_of.grantee = 0 and right_of.privilege_type = 'EXECUTE')
        union all
        select format('authenticated may not execute %s', signature),
               format('grant execute on function %s to authenticated', signature)
        from found where oid is not null and not has_function_privilege('authenticated', oid, 'execute')
        union all
        select format('the login %I may not execute %s', session_user, signature),
               format('grant execute on function %s to %I', signature, session_user)
        from found where by_login and oid is not null and not has_function_privilege(oid, 'execute')
        """;

    private FunctionCheck() {}

    static List<Finding> findings(Connection connection, UserId systemUser) throws SQLException {
        var findings = new ArrayList<>(SafetyCheck.query(connection, FINDINGS));
        if (findings.isEmpty() && !isAdministrator(connection, systemUser)) {
            findings.add(new Finding(
                    "the platform does not know the system user " + systemUser.value() + " as an administrator",
                    "make it one, or name another with CONNEXIONS_SYSTEM_USER"));
        }
        return findings;
    }

    private static boolean isAdministrator(Connection connection, UserId user) throws SQLException {
        try (var query = connection.prepareStatement("select public.is_admin_presenca(cast(? as uuid))")) {
            query.setString(1, user.value().toString());
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
