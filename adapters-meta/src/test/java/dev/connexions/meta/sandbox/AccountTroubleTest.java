package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTroubleTest {

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");

    @AfterEach
    void stop() {
        meta.close();
    }

    @ParameterizedTest
    @CsvSource({
        "revoke, 190/458, revoked",
        "checkpoint, 190/459, checkpointed",
        "password-change, 190/460, password_changed"
    })
    void stopsEveryTokenUntilRestored(String action, String error, String condition) {
        var token = meta.longToken(account);
        var other = meta.longToken(meta.account("BUSINESS"));
        var reply = act(action);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("condition").asText()).isEqualTo(condition);
        assertThat(meta.me(token).error()).isEqualTo(error);
        assertThat(meta.me(other).status()).isEqualTo(200);
        meta.advance(Duration.ofDays(2));
        assertThat(meta.refresh(token).error()).isEqualTo(error);
        assertThat(act("restore").json().path("condition").asText()).isEqualTo("fine");
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"revoke, 190/458", "password-change, 190/460"})
    void heedsANewConsent(String action, String error) {
        var old = meta.longToken(account);
        act(action);
        var fresh = meta.longToken(account);
        assertThat(meta.me(fresh).status()).isEqualTo(200);
        assertThat(meta.me(old).error()).isEqualTo(error);
    }

    @Test
    void knowsNoOtherDeedAndNoOtherAccount() {
        assertThat(act("delete").status()).isEqualTo(404);
        assertThat(meta.control("POST", "/accounts/1/revoke", "").status()).isEqualTo(404);
        assertThat(meta.control("GET", "/accounts/" + account.id() + "/revoke", "")
                        .status())
                .isEqualTo(405);
    }

    private RunningSandbox.Reply act(String action) {
        return meta.control("POST", "/accounts/" + account.id() + "/" + action, "");
    }
}
