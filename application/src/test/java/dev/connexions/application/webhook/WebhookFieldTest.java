package dev.connexions.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookFieldTest {

    @ParameterizedTest
    @EnumSource
    void isKnownByItsName(WebhookField field) {
        assertThat(WebhookField.of(field.code())).contains(field);
        assertThat(WebhookField.of(field.name())).isEmpty();
    }
}
