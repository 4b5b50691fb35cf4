package dev.connexions.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two triggers of the platform's table, under the platform's own statements. */
class SeedTriggersTest {

    private final TestDatabase database = TestDatabase.shared();
    private final OrganisationId organisation = database.organisation();
    private final UserId maker = user();
    private final UserId changer = user();
    private final Psql db = Psql.at(database.applicationUrl());

    @BeforeEach
    void insertOne() {
        db.as(maker);
        db.run("""
            insert into public.instagram_connexion
              (organisation_id, client_id, instagram_connexion_key, instagram_email_compte, instagram_created_at,
               instagram_created_by, instagram_updated_at, instagram_updated_by)
            values ('%1$s', gen_random_uuid(), 'key', 'a@example.org', 'infinity', '%2$s', '-infinity', '%2$s')
            """.formatted(organisation.value(), UUID.randomUUID()));
        db.run("commit");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void stampsAnInsertWhateverWasSent() {
        assertThat(see("instagram_created_by = '" + maker.value()
                        + "' and instagram_updated_by = instagram_created_by"))
                .isEqualTo("t");
        assertThat(see("instagram_created_at between now() - interval '1 minute' and now()"
                        + " and instagram_updated_at = instagram_created_at"))
                .isEqualTo("t");
        assertThat(see("instagram_audit_log")).isEqualTo("{}");
    }

    @Test
    void stampsAnUpdateWhateverWasSent() {
        change("client_type = 'agence', instagram_updated_at = 'infinity', instagram_updated_by = '" + maker.value()
                + "'");
        assertThat(see("instagram_updated_by")).isEqualTo(changer.value().toString());
        assertThat(see("instagram_updated_at > instagram_created_at and instagram_updated_at <= now()"))
                .isEqualTo("t");
    }

    @Test
    void keepsWhoMadeItEvenAgainstTheOwner() {
        var made = see("concat(instagram_created_at, instagram_created_by)");
        try (var owner = Psql.at(database.ownerUrl())) {
            owner.run("update public.instagram_connexion set instagram_created_at = 'infinity', instagram_created_by ="
                    + " null"
                    + ofOurs());
        }
        assertThat(see("concat(instagram_created_at, instagram_created_by)")).isEqualTo(made);
        assertThat(see("instagram_updated_by")).isNull();
    }

    @Test
    void remembersWhoChangedWhichColumnsWhen() {
        change("client_type = 'agence', instagram_statut_connexion = 'erreur', instagram_usage_quotidien = 3");
        assertThat(see("instagram_audit_log #>> '{modifications,0,columns}'"))
                .isEqualTo("[\"client_type\", \"instagram_statut_connexion\", \"instagram_usage_quotidien\"]");
        assertThat(see("instagram_audit_log #>> '{modifications,0,by}'"))
                .isEqualTo(changer.value().toString());
        assertThat(see("(instagram_audit_log #>> '{modifications,0,at}')::timestamptz = instagram_updated_at"))
                .isEqualTo("t");
    }

    @Test
    void namesEveryColumnThatMayChange() {
        change("""
            client_type = 'x', client_id = gen_random_uuid(), instagram_connexion_key = 'other',
            instagram_email_compte = 'x', instagram_access_token = 'x', instagram_token_expire_at = now(),
            instagram_actif = false, instagram_date_activation = now(), instagram_derniere_synchro = now(),
            instagram_statut_connexion = 'x', instagram_derniere_erreur = 'x', instagram_limite_quotidienne = 1,
            instagram_usage_quotidien = 1, instagram_reset_quota_at = now(), instagram_business_account_id = 'x',
            instagram_page_id = 'x', instagram_permissions = '{}', instagram_type_compte = 'x',
            instagram_ia_extensions = '{"x": 1}'
            """);
        try (var superuser = Psql.at(database.superuserUrl())) {
            assertThat(superuser.column("""
                select attname from pg_attribute
                where attrelid = 'public.instagram_connexion'::regclass and attnum > 0
                  and has_column_privilege('authenticated', attrelid, attnum, 'update')
                  and attname not in ('instagram_updated_at', 'instagram_updated_by', 'instagram_audit_log')
                except
                select jsonb_array_elements_text(instagram_audit_log #> '{modifications,0,columns}')
                from public.instagram_connexion
                """ + ofOurs())).isEmpty();
        }
    }

    @Test
    void keepsTheNewestTwentyChangesFirst() {
        for (var i = 1; i <= 25; i++) {
            change((i % 2 == 0 ? "client_type" : "instagram_page_id") + " = '" + i + "'");
        }
        assertThat(see("jsonb_array_length(instagram_audit_log -> 'modifications')"))
                .isEqualTo("20");
        assertThat(see("instagram_audit_log #>> '{modifications,0,columns}'")).isEqualTo("[\"instagram_page_id\"]");
        assertThat(see("instagram_audit_log #>> '{modifications,1,columns}'")).isEqualTo("[\"client_type\"]");
    }

    @Test
    void writesNoValueDown() {
        change("instagram_access_token = 'IGAAcanary', instagram_email_compte = 'canary@example.org'");
        change("instagram_access_token = 'IGAAcanary2', instagram_business_account_id = 'canary'");
        assertThat(see("instagram_audit_log"))
                .contains("instagram_access_token")
                .doesNotContain("canary");
    }

    @Test
    void saysNothingOfTheQuotaAlone() {
        change("client_type = 'agence'");
        var before = see("instagram_audit_log");
        change("instagram_usage_quotidien = 7, instagram_limite_quotidienne = 9, instagram_reset_quota_at = now()");
        assertThat(see("instagram_audit_log")).isEqualTo(before);
        assertThat(see("instagram_usage_quotidien")).isEqualTo("7");
        change("client_type = 'agence'");
        assertThat(see("instagram_audit_log")).isEqualTo(before);
    }

    @Test
    void takesNoDigestFromACaller() {
        change("instagram_audit_log = '{\"modifications\": []}', client_type = 'agence'");
        assertThat(see("jsonb_array_length(instagram_audit_log -> 'modifications')"))
                .isEqualTo("1");
        change("instagram_audit_log = null");
        assertThat(see("jsonb_array_length(instagram_audit_log -> 'modifications')"))
                .isEqualTo("1");
    }

    @Test
    void keepsWhatAPlatformLoggedBefore() {
        for (var legacy :
                new String[] {"null", "'null'", "'[1]'", "'{\"autre\": 1}'", "'{\"modifications\": 1}'", "'\"x\"'"}) {
            try (var superuser = Psql.at(database.superuserUrl())) {
                superuser.run("set session_replication_role = replica");
                superuser.run("update public.instagram_connexion set instagram_audit_log = " + legacy + ofOurs());
            }
            change("client_type = 'legacy' || random()");
            assertThat(see("jsonb_array_length(instagram_audit_log -> 'modifications')"))
                    .as(legacy)
                    .isEqualTo("1");
            if (legacy.contains("autre")) {
                assertThat(see("instagram_audit_log -> 'autre'")).isEqualTo("1");
            }
            if (legacy.equals("'[1]'")) {
                assertThat(see("instagram_audit_log -> 'anterieur'")).isEqualTo("[1]");
            }
        }
    }

    private void change(String assignments) {
        db.as(changer);
        assertThat(db.update("update public.instagram_connexion set " + assignments + ofOurs()))
                .isEqualTo(1);
        db.run("commit");
    }

    private @Nullable String see(String expression) {
        db.as(maker);
        try {
            return db.one("select " + expression + " from public.instagram_connexion" + ofOurs());
        } finally {
            db.run("commit");
        }
    }

    private String ofOurs() {
        return " where organisation_id = '" + organisation.value() + "'";
    }

    private UserId user() {
        var user = new UserId(UUID.randomUUID());
        database.register(user, organisation, false);
        return user;
    }
}
