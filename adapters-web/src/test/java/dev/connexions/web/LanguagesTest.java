package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K7. */
class LanguagesTest {

    private static final String BODY = "{\"key\":\"\",\"clientRef\":7}";

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void saysInFrenchWhatItSaysInEnglish() {
        var english = refused("en");
        var french = refused("fr-CH, en;q=0.5");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.json().path("title").asText()).isEqualTo("Un membre du corps est inconnu");
        assertThat(french.json().path("detail").asText()).isEqualTo("La requête a 4 défauts ; errors les énumère.");
        assertThat(french.json().path("errors").findValuesAsText("detail"))
                .containsExactlyInAnyOrder(
                        "L'opération n'a pas de tel membre.",
                        "Une clé compte de 1 à 128 caractères.",
                        "C'est obligatoire.",
                        "C'est obligatoire.");
        for (var language : List.of(english, french)) {
            assertThat(language.headers().allValues("Vary")).containsExactly("Accept-Language");
            assertThat(language.header("Cache-Control")).isEqualTo("no-store");
        }
        for (var same : List.of("type", "status", "instance")) {
            assertThat(french.json().path(same)).isEqualTo(english.json().path(same));
        }
        assertThat(french.faults()).isEqualTo(english.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage;;;q=,,", "xx", "*", "fr;q=0", "fr;q=2"})
    void answersInEnglishWhatItCannotMakeOut(String header) {
        assertThat(refused(header).header("Content-Language")).isEqualTo("en");
    }

    @Test
    void readsNoListWithoutEnd() {
        assertThat(refused("fr, " + "a, ".repeat(3_400)).header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void speaksAsWellOfWhatItCouldNotRead() {
        var french = RawSocket.exchange(
                service.port(), "GET /v1/me HTTP/9.9\r\nHost: x\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n");
        assertThat(french).startsWith("HTTP/1.1 400 ").contains("\"type\":\"/problems/malformed-request\"");
        var long414 = service.client().with("Accept-Language", "fr").get("/v1/me?x=" + "a".repeat(5_000));
        assertThat(long414.isProblem(414, "uri-too-long").json().path("title").asText())
                .isEqualTo("L'adresse est trop longue");
    }

    @Test
    void changesNothingOfWhatSucceeds() {
        var french = tenant.http().with("Accept-Language", "fr").get("/v1/me").has(200);
        assertThat(french.text()).isEqualTo(tenant.http().get("/v1/me").text());
        assertThat(french.headers().firstValue("Content-Language")).isEmpty();
    }

    private Reply refused(String language) {
        return tenant.http()
                .with("Accept-Language", language)
                .post("/v1/connexions", BODY)
                .isProblem(400, "unknown-member");
    }
}
