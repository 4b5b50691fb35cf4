package dev.connexions.db.connexion;

import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What the platform writes into its table itself, and what it sees there. */
final class PlatformRows {

    private PlatformRows() {}

    static ConnexionId plant(OrganisationId organisation, String assignments) {
        var id = ConnexionId.random();
        PgPlatform.DATABASE.sql("""
            insert into public.instagram_connexion
              (instagram_connexion_id, organisation_id, client_id, instagram_connexion_key, instagram_email_compte)
            values ('%1$s', '%2$s', gen_random_uuid(), '%1$s', 'a@example.org')
            """.formatted(id.value(), organisation.value()));
        change(id, assignments);
        return id;
    }

    static void change(ConnexionId id, String assignments) {
        PgPlatform.DATABASE.sql("update public.instagram_connexion set " + assignments
                + " where instagram_connexion_id = '" + id.value() + "'");
    }

    static @Nullable String see(ConnexionId id, String expression) {
        try (var superuser = Psql.at(PgPlatform.DATABASE.superuserUrl())) {
            return superuser.one("select " + expression
                    + " from public.instagram_connexion where instagram_connexion_id = '" + id.value() + "'");
        }
    }
}
