package dev.connexions.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A22: how long the platform's keys are used, when they are fetched anew, and when they no longer count. */
class PublishedKeysOverTimeTest {

    private static final class Endpoint implements JWKSetSource<SecurityContext> {

        private JWKSet published = keys("old");
        private boolean isDown;
        private int fetches;

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
                throws KeySourceException {
            fetches++;
            if (isDown) {
                throw new JWKSetUnavailableException("down");
            }
            return published;
        }

        @Override
        public void close() {}
    }

    private final Endpoint endpoint = new Endpoint();
    private final JWKSetSource<SecurityContext> keys = PublishedKeys.kept(endpoint);
    private Instant now = Instant.parse("2026-03-29T00:59:59Z");

    @Test
    void areFetchedOnceInFiveMinutes() throws KeySourceException {
        known();
        pass(Duration.ofSeconds(299));
        known();
        assertThat(endpoint.fetches).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        known();
        assertThat(endpoint.fetches).isEqualTo(2);
    }

    @Test
    void areFetchedAgainOnceAMinuteForAKeyThatIsNotAmongThem() throws KeySourceException {
        var set = known();
        endpoint.published = keys("new");
        for (var second = 1; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            set = otherThan(set);
            assertThat(ids(set)).as("%s s", second).containsExactly("old");
        }
        assertThat(endpoint.fetches).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(ids(otherThan(set))).containsExactly("new");
        assertThat(ids(known())).containsExactly("new");
        assertThat(endpoint.fetches).isEqualTo(2);
    }

    @Test
    void countForAnHourWhileTheyCannotBeFetched() throws KeySourceException {
        known();
        endpoint.isDown = true;
        for (var minute = 1; minute < 60; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(ids(known())).as("%s min", minute).containsExactly("old");
        }
        // what was found good a moment before the hour is kept for five minutes like everything
        pass(Duration.ofMinutes(6));
        assertThatThrownBy(this::known).isInstanceOf(KeySourceException.class);
        endpoint.isDown = false;
        pass(Duration.ofMinutes(1));
        assertThat(ids(known())).containsExactly("old");
    }

    private JWKSet known() throws KeySourceException {
        return keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now.toEpochMilli(), null);
    }

    /** As whoever found a key's id not among them asks again. */
    private JWKSet otherThan(JWKSet set) throws KeySourceException {
        return keys.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(set), now.toEpochMilli(), null);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static JWKSet keys(String id) {
        return new JWKSet(new OctetSequenceKey.Builder(new byte[32]).keyID(id).build());
    }

    private static List<String> ids(JWKSet set) {
        return set.getKeys().stream().map(JWK::getKeyID).toList();
    }
}
