package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connexions.db.testing.ExistingPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's table, awkward rows and all, adopted as its operator does it: the doctor's script, migrate, serve. */
class AdoptionProcessTest {

    private static final String SECRET = "a-shared-secret-of-more-than-thirty-two-characters";
    private static final int MORE = 3_000;
    private static final String IN_CLEAR = "select count(*) from public.instagram_connexion"
            + " where instagram_access_token is not null and instagram_access_token !~ '^ctk1[.]'";

    /** What no step of the service's may change. */
    private static final String KEPT = """
        select md5(string_agg(concat_ws('|', instagram_connexion_id, organisation_id, client_type, client_id,
          instagram_connexion_key, instagram_email_compte, instagram_token_expire_at, instagram_actif,
          instagram_date_activation, instagram_limite_quotidienne, instagram_usage_quotidien, instagram_reset_quota_at,
          instagram_business_account_id, instagram_page_id, instagram_permissions, instagram_type_compte,
          instagram_created_at, instagram_created_by, instagram_ia_extensions), ';' order by instagram_connexion_id))
        from public.instagram_connexion
        """;

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestDatabase database = TestDatabase.provisioned();
    private final Psql superuser = Psql.at(database.superuserUrl());

    @AfterEach
    void drop() {
        superuser.close();
        database.close();
    }

    @Test
    void sealsItsTokensInPlaceThoughItIsKilledOnTheWay() {
        KeyRing.init(directory.resolve("keys.json"));
        database.sql(ExistingPlatform.dump());
        database.sql("""
            insert into public.instagram_connexion (organisation_id, client_id, instagram_connexion_key,
              instagram_email_compte, instagram_access_token, instagram_token_expire_at, instagram_business_account_id)
            select '%s', gen_random_uuid(), 'more-' || n, 'm@example.org', 'EAAmore' || n, '2031-01-01T00:00:00Z', '9' || n
            from generate_series(1, %s) as n
            """.formatted(ExistingPlatform.B.value(), MORE));
        var kept = superuser.one(KEPT);

        var script = Program.run(directory, "script", settings(), "doctor", "--script");
        assertThat(script.end()).isZero();
        database.sql(script.log());
        var migration = Program.run(directory, "migrate", settings(), "migrate");
        assertThat(migration.end()).as("%s", migration.log()).isZero();
        assertThat(superuser.one(KEPT)).isEqualTo(kept);
        assertThat(inClear()).isEqualTo(MORE + 11);

        Program.run(directory, "killed", settings(), "serve")
                .until(() -> inClear() < MORE)
                .kill();
        try (var service = Program.run(directory, "serve", settings(), "serve").until(() -> inClear() == 1)) {
            assertThat(superuser.one(KEPT)).isEqualTo(kept);
            assertThat(superuser.one("select instagram_access_token from public.instagram_connexion"
                            + " where instagram_access_token !~ '^ctk1[.]'"))
                    .isEqualTo("a token, copied by hand");
            service.until(() -> service.listening().isPresent());
            for (var row : List.of("boutique EAAclear21", "more-1 EAAmore1", "more-3000 EAAmore3000")) {
                var parts = row.split(" ", -1);
                var one = get(service, "/v1/connexions?key=" + parts[0], ExistingPlatform.MEMBER_OF_B)
                        .path("items");
                assertThat(one).hasSize(1);
                assertThat(one.path(0).path("status").asText()).isEqualTo("active");
                var token = get(
                        service,
                        "/v1/connexions/" + one.path(0).path("id").asText() + "/access-token",
                        ExistingPlatform.MEMBER_OF_B);
                assertThat(token.path("accessToken").asText()).isEqualTo(parts[1]);
            }
            assertThat(get(service, "/v1/connexions?limit=200", ExistingPlatform.MEMBER_OF_A)
                            .path("items"))
                    .hasSize(11);
            assertThat(service.log()).doesNotContain("EAA", "\"ERROR\"");
        }
    }

    private int inClear() {
        return Integer.parseInt(Objects.requireNonNull(superuser.one(IN_CLEAR)));
    }

    private JsonNode get(Program service, String path, UserId user) {
        var port = service.listening().orElseThrow().port();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Credential.of(user, SECRET, "connexions:read", "tokens:read"))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> settings() {
        var nowhere = "http://127.0.0.1:1";
        return new HashMap<>(Map.ofEntries(
                Map.entry("CONNEXIONS_HTTP_HOST", "127.0.0.1"),
                Map.entry("CONNEXIONS_HTTP_PORT", "0"),
                Map.entry("CONNEXIONS_ADMIN_PORT", "0"),
                Map.entry("CONNEXIONS_PUBLIC_URL", nowhere),
                Map.entry("CONNEXIONS_DATABASE_URL", database.url()),
                Map.entry("CONNEXIONS_DATABASE_USER", database.application().user()),
                Map.entry("CONNEXIONS_DATABASE_PASSWORD", database.application().password()),
                Map.entry("CONNEXIONS_DATABASE_OWNER_USER", database.owner().user()),
                Map.entry("CONNEXIONS_DATABASE_OWNER_PASSWORD", database.owner().password()),
                Map.entry("CONNEXIONS_DATABASE_PLATFORM", "existing"),
                Map.entry("CONNEXIONS_JWT_SECRET", SECRET),
                Map.entry("CONNEXIONS_KEYS_FILE", directory.resolve("keys.json").toString()),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_ID", "4711"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_SECRET", SECRET),
                Map.entry("CONNEXIONS_META_INSTAGRAM_GRAPH_URL", nowhere),
                Map.entry("CONNEXIONS_META_INSTAGRAM_DIALOG_URL", nowhere),
                Map.entry("CONNEXIONS_META_INSTAGRAM_TOKEN_URL", nowhere),
                Map.entry(
                        "CONNEXIONS_SYSTEM_USER",
                        ExistingPlatform.SYSTEM.value().toString())));
    }
}
