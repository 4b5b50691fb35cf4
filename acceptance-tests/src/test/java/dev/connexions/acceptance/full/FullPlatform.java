package dev.connexions.acceptance.full;

import dev.connexions.acceptance.Driver.Organisation;
import dev.connexions.db.testing.Psql;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the platform does to its table itself. */
final class FullPlatform {

    private final FullService service;

    FullPlatform(FullService service) {
        this.service = service;
    }

    UUID stores(Organisation organisation, String status, @Nullable String token) {
        var id = UUID.randomUUID();
        service.database()
                .sql("insert into public.instagram_connexion (instagram_connexion_id, organisation_id, client_id,"
                        + " instagram_connexion_key, instagram_email_compte, instagram_statut_connexion,"
                        + " instagram_access_token, instagram_token_expire_at, instagram_business_account_id,"
                        + " instagram_permissions) values ('%s', '%s', gen_random_uuid(), '%s', 'a@example.org', '%s', %s, '%s', '%s', '{instagram_business_basic}')"
                                .formatted(
                                        id,
                                        organisation.id(),
                                        id,
                                        status,
                                        token == null ? "null" : "'" + token + "'",
                                        service.now().plus(Duration.ofDays(60)),
                                        id.getMostSignificantBits() >>> 1));
        return id;
    }

    void writesStatus(UUID connexion, String status) {
        writes(connexion, "instagram_statut_connexion", status);
    }

    void writesToken(UUID connexion, String token) {
        writes(connexion, "instagram_access_token", token);
    }

    boolean isInClear(UUID connexion, String token) {
        try (var superuser = Psql.at(service.database().superuserUrl())) {
            return String.valueOf(superuser.one("select c::text from public.instagram_connexion c"
                            + " where instagram_connexion_id = '" + connexion + "'"))
                    .contains(token);
        }
    }

    private void writes(UUID connexion, String column, String value) {
        service.database()
                .sql("update public.instagram_connexion set %s = '%s' where instagram_connexion_id = '%s'"
                        .formatted(column, value, connexion));
    }
}
