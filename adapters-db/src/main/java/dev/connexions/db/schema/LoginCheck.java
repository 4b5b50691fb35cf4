package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The login and every role that it can become: what they are, and that they own nothing. */
final class LoginCheck {

    private static final String ROLES = """
        with recursive reach (oid) as (
          select oid from pg_roles where rolname = session_user
          union
          select m.roleid from pg_auth_members m join reach r on r.oid = m.member),
        role as (select r.* from pg_roles r join reach using (oid))
        select format('the role %I is a superuser, whom row security does not bind', rolname) as what,
               format('alter role %I nosuperuser', rolname) as mend
        from role where rolsuper
        union all
        select format('the role %I bypasses row security', rolname), format('alter role %I nobypassrls', rolname)
        from role where rolbypassrls
        union all
        select format('the role %I may make roles', rolname), format('alter role %I nocreaterole', rolname)
        from role where rolcreaterole
        union all
        select format('the login %I can become %I', session_user, rolname),
               format('revoke %I from %I', rolname, session_user)
        from role where rolname not in (session_user, 'authenticated')
        union all
        select format('the login %I cannot become authenticated', session_user),
               format('grant authenticated to %I', session_user)
        where not exists (select from role where rolname = 'authenticated')
        union all
        select format('the role %I owns %s', r.rolname, pg_describe_object(d.classid, d.objid, d.objsubid)),
               format('reassign owned by %I to the owner', r.rolname)
        from role r
        join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
          and d.dbid in (0, (select oid from pg_database where datname = current_database()))
        where r.rolname in (session_user, 'authenticated')
        """;

    private static final String INHERITANCE_BY_GRANT = """
        select format('the login %I has the rights of authenticated without a caller', session_user) as what,
               format('grant authenticated to %I with inherit false', session_user) as mend
        where exists (
          select from pg_auth_members m
          where m.member = (select oid from pg_roles where rolname = session_user) and m.inherit_option)
        """;

    private static final String INHERITANCE_BY_ROLE = """
        select format('the login %I has the rights of authenticated without a caller', session_user) as what,
               format('alter role %I noinherit', session_user) as mend
        where (select rolinherit from pg_roles where rolname = session_user)
        """;

    /** From this version on a role inherits by each grant. */
    private static final int BY_GRANT = 16;

    private LoginCheck() {}

    static List<Finding> findings(Connection connection) throws SQLException {
        var findings = SafetyCheck.query(connection, ROLES);
        var byGrant = connection.getMetaData().getDatabaseMajorVersion() >= BY_GRANT;
        findings.addAll(SafetyCheck.query(connection, byGrant ? INHERITANCE_BY_GRANT : INHERITANCE_BY_ROLE));
        return findings;
    }
}
