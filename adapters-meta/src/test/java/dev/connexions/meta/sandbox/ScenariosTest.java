package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong at Meta, by name; each time the sandbox's own record tells what really happened. */
class ScenariosTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void saysOfEachWhereItWasSeen() {
        assertThat(meta.items("/scenarios")).hasSizeGreaterThan(15).allSatisfy(scenario -> {
            assertThat(scenario.path("what").asText()).isNotEmpty();
            assertThat(scenario.path("seen").asText()).matches("(quirk|dossier) .*");
            plant(scenario.path("name").asText(), "");
        });
    }

    @ParameterizedTest
    @CsvSource({"ghost_publish, 403, 4/2207051", "publish_then_5xx, 500, 2/0"})
    void publishesAndSaysThatItDidNot(String scenario, int status, String error) {
        var container = meta.readyImage();
        plant(scenario, "");
        var reply = meta.publish(container);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(error);
        assertThat(meta.code(container)).isEqualTo("PUBLISHED");
        assertThat(meta.posts()).hasSize(1);
        assertThat(meta.get(meta.account.id() + "/media").json().path("data")).hasSize(1);
    }

    @Test
    void publishesAndCutsTheConnection() {
        var container = meta.readyImage();
        plant("publish_then_cut", "");
        assertThatThrownBy(() -> meta.publish(container)).isInstanceOf(UncheckedIOException.class);
        assertThat(meta.code(container)).isEqualTo("PUBLISHED");
        assertThat(meta.publish(container).error()).isEqualTo("9007/2207027");
        assertThat(meta.posts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "spam_block, 4/2207051",
        "account_restricted, 25/2207050",
        "quota_spent_elsewhere, 9/2207042",
        "throttled_app, 4/0",
        "throttled_user, 17/0"
    })
    void refusesToPublish(String scenario, String error) {
        var container = meta.readyImage();
        plant(scenario, "");
        assertThat(meta.publish(container).error()).isEqualTo(error);
        meta.meta.control("DELETE", "/faults", "");
        assertThat(meta.code(container)).isEqualTo("FINISHED");
        assertThat(meta.posts()).isEmpty();
    }

    @Test
    void keepsAContainerInProgressForEver() {
        plant("container_stuck", "");
        var container = meta.container(Map.of("image_url", meta.picture()));
        meta.meta.advance(Duration.ofHours(1));
        assertThat(meta.code(container)).isEqualTo("IN_PROGRESS");
        meta.meta.advance(Duration.ofHours(23));
        assertThat(meta.code(container)).isEqualTo("EXPIRED");
    }

    @Test
    void failsAContainerWithTheSubcode() {
        plant("container_error", "\"error\":{\"code\":100,\"subcode\":2207053}");
        var container = meta.readyImage();
        assertThat(meta.code(container)).isEqualTo("ERROR");
        assertThat(meta.status(container).path("status").asText()).contains("2207053");
        assertThat(meta.code(meta.readyImage())).isEqualTo("FINISHED");
    }

    @Test
    void failsAContainerWithoutAWordOrWithoutACode() {
        plant("container_error_unexplained", "");
        var unexplained = meta.readyImage();
        assertThat(meta.code(unexplained)).isEqualTo("ERROR");
        assertThat(meta.status(unexplained).path("status").asText()).isEqualTo("Error");
        plant("container_error_uncoded", "");
        var uncoded = meta.readyImage();
        assertThat(meta.status(uncoded).has("status_code")).isFalse();
        assertThat(meta.status(uncoded).path("status").asText()).startsWith("Error:");
        assertThat(meta.publish(uncoded).error()).isEqualTo("9007/2207027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch_flaky", "creation_fails", "localised_error"})
    void failsToMakeAContainerOnce(String scenario) {
        plant(scenario, "");
        assertThat(meta.prepare(Map.of("image_url", meta.picture())).status()).isEqualTo(400);
        assertThat(meta.prepare(Map.of("image_url", meta.picture())).status()).isEqualTo(200);
    }

    @Test
    void saysThatItIsNearlyThrottledAndGoesOn() {
        plant("nearly_throttled", "\"match\":{\"account\":\"" + meta.account.id() + "\"}");
        var reply = meta.get("me?fields=username");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("x-app-usage")).contains("\"call_count\":95");
        assertThat(reply.header("x-business-use-case-usage"))
                .contains(meta.account.id(), "\"call_count\":95", "\"estimated_time_to_regain_access\":0");
    }

    @Test
    void strikesOnlyWhatIsFreshAndByTheKindOfItsToken() {
        var old = meta.published(Map.of("image_url", meta.picture()));
        meta.meta.advance(Duration.ofHours(25));
        var fresh = meta.published(Map.of("image_url", meta.picture()));
        var container = meta.readyImage();
        plant("may_2026", "");
        assertThat(meta.get(fresh).status()).isEqualTo(200);
        plant("may_2026", "\"match\":{\"token\":\"instagram\"}");
        assertThat(meta.get(old).status()).isEqualTo(200);
        assertThat(meta.get("me").status()).isEqualTo(200);
        assertThat(meta.get(fresh).error()).isEqualTo("100/33");
        assertThat(meta.get(container).error()).isEqualTo("100/33");
        assertThat(meta.publish(container).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scenario\":\"sabotage\"}|scenario",
                "{\"scenario\":1}|scenario",
                "{\"scenario\":\"meta_down\",\"match\":1}|match",
                "{\"scenario\":\"meta_down\",\"usage\":101}|usage",
                "{\"scenario\":\"meta_down\",\"match\":{\"token\":\"latchkey\"}}|match.token",
                "{\"scenario\":\"meta_down\",\"match\":{\"fresh\":\"yes\"}}|match.fresh"
            })
    void namesTheMemberThatIsWrong(String body, String field) {
        var reply = meta.meta.control("POST", "/faults", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    private void plant(String scenario, String more) {
        meta.control("/faults", "{\"scenario\":\"" + scenario + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
    }
}
