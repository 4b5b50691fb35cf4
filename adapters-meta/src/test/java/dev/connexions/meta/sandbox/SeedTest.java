package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE, Long.MIN_VALUE})
    void makesTheSamePeopleOfTheSameSeed(long seed) {
        var accounts = accounts(seed);
        assertThat(accounts).isEqualTo(accounts(seed));
        assertThat(accounts)
                .extracting(SandboxAccount::id)
                .doesNotContainAnyElementsOf(
                        accounts(seed + 1).stream().map(SandboxAccount::id).toList());
        assertThat(accounts)
                .extracting(SandboxAccount::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("1784[0-9]{13}"));
        assertThat(accounts)
                .extracting(SandboxAccount::username)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+"));
        assertThat(accounts).extracting(SandboxAccount::login).containsOnly("instagram", "facebook", "both");
        assertThat(accounts).filteredOn(a -> a.type().equals("PERSONAL")).hasSize(2);
        assertThat(accounts).filteredOn(a -> a.type().equals("BUSINESS")).hasSizeGreaterThan(3);
        assertThat(accounts).filteredOn(a -> a.type().equals("MEDIA_CREATOR")).hasSizeGreaterThan(3);
        assertThat(accounts).filteredOn(a -> !a.type().equals("PERSONAL")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void letsEachOfThemConsent() {
        try (var meta = RunningSandbox.start()) {
            var reachable = meta.sandbox().accounts().stream()
                    .filter(account -> !account.login().equals("facebook"))
                    .toList();
            for (var account : reachable) {
                var me = meta.me(meta.longToken(account)).json();
                assertThat(me.path("user_id").asText()).isEqualTo(account.id());
                assertThat(me.path("account_type").asText()).isEqualTo(account.type());
                assertThat(Long.parseLong(me.path("id").asText())).isGreaterThan(1L << 53);
            }
        }
    }

    @Test
    void startsAfreshWhenReset() {
        try (var meta = RunningSandbox.start()) {
            var first = meta.sandbox().accounts();
            var account = meta.account("BUSINESS");
            var token = meta.longToken(account);
            meta.advance(Duration.ofDays(10));
            meta.control("POST", "/faults", "{\"behaviour\":\"html\"}");
            meta.control("POST", "/settings", "{\"answers\":\"data\"}");
            assertThat(meta.control("POST", "/reset", "{\"seed\":7}")
                            .json()
                            .path("seed")
                            .asLong())
                    .isEqualTo(7);
            assertThat(meta.sandbox().accounts()).isEqualTo(accounts(7));
            assertThat(meta.control("POST", "/reset", "{\"seed\":42}").status()).isEqualTo(200);
            assertThat(meta.sandbox().accounts()).isEqualTo(first);
            assertThat(meta.me(token).error()).isEqualTo("190/0");
            assertThat(meta.control("GET", "/settings", "")
                            .json()
                            .path("answers")
                            .asText())
                    .isEqualTo("flat");
            assertThat(meta.sandbox().clock().instant())
                    .isBefore(RunningSandbox.REAL.instant().plusSeconds(60));
        }
    }

    private static List<SandboxAccount> accounts(long seed) {
        try (var meta = RunningSandbox.start(seed, Set.of(), null)) {
            return meta.sandbox().accounts();
        }
    }
}
