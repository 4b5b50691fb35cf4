package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error says to a person is in the language of the request; what it says to a program is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocaleTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterAll
    void stop() {
        meta.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fr_FR, Conteneur expiré",
        "fr-CA, Conteneur expiré",
        "fr, Conteneur expiré",
        "en_US, Media container expired",
        "xx_YY, Media container expired",
        "'', Media container expired",
        "../fr, Media container expired"
    })
    void speaksTheLanguageOfTheRequest(String locale, String title) {
        var refused = publish(Map.of("creation_id", "1", "locale", locale));
        assertThat(refused.error()).isEqualTo("24/2207008");
        assertThat(refused.json().at("/error/error_user_title").asText()).isEqualTo(title);
        assertThat(refused.json().at("/error/error_user_msg").asText()).isNotEmpty();
        assertThat(refused.json().at("/error/message").asText())
                .isEqualTo(publish(Map.of("creation_id", "1"))
                        .json()
                        .at("/error/message")
                        .asText());
    }

    @Test
    void speaksEnglishToWhoeverDoesNotSay() {
        assertThat(publish(Map.of("creation_id", "1"))
                        .json()
                        .at("/error/error_user_title")
                        .asText())
                .isEqualTo("Media container expired");
    }

    @Test
    void saysSomethingGeneralOfWhatIsRare() {
        var refused = meta.prepare(Map.of("media_type", "HOLOGRAM", "locale", "fr_FR"));
        assertThat(refused.error()).isEqualTo("100/2207023");
        assertThat(refused.json().at("/error/error_user_title").asText()).isEqualTo("Impossible");
    }

    @Test
    void saysNothingToAPersonWhereMetaDoesNot() {
        assertThat(meta.get("1").json().path("error").has("error_user_title")).isFalse();
    }

    private Reply publish(Map<String, String> form) {
        return meta.post(meta.account.id() + "/media_publish", form);
    }
}
