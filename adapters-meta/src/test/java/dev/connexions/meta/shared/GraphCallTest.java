package dev.connexions.meta.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCallTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1/2", "1?x=1", "1#", "é", "a b", "%2e%2e", "x\r\ny"})
    void staysOnItsPath(String segment) {
        assertThatThrownBy(() -> GraphCall.get(LoginProduct.INSTAGRAM, segment, "media"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNoSecret() {
        var call = GraphCall.post(LoginProduct.FACEBOOK, "1", "media")
                .with("client_secret", "canary")
                .as(new AccessToken("canary"))
                .orAs(new AccessToken("canary"));
        assertThat(call).hasToString("POST facebook /1/media");
    }

    @Test
    void keepsItsOrderAndTheLastValueOfAName() {
        var call = GraphCall.get(LoginProduct.INSTAGRAM, "me")
                .with("b", "1")
                .with("a", "2")
                .with("b", "3");
        var expected = new LinkedHashMap<String, String>();
        expected.put("b", "3");
        expected.put("a", "2");
        assertThat(call.parameters()).containsExactlyEntriesOf(expected);
    }
}
