package dev.connexions.web.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * Fetches at most once a minute, however many unknown key ids callers make up; as long as it never got a key set, every
 * few seconds. In between it counts as unavailable, so that the outage-tolerant source above it answers what it has.
 */
final class PacedKeySets extends JWKSetSourceWrapper<SecurityContext> {

    private static final long PAUSE_MILLIS = 60_000;
    private static final long PAUSE_AT_FIRST_MILLIS = 3_000;

    private long nextFetch = Long.MIN_VALUE;
    private boolean succeeded;

    PacedKeySets(JWKSetSource<SecurityContext> source) {
        super(source);
    }

    // Called under the lock of the caching source above.
    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
            throws KeySourceException {
        if (currentTime < nextFetch) {
            throw new JWKSetUnavailableException("the key set was asked for a moment ago");
        }
        nextFetch = currentTime + (succeeded ? PAUSE_MILLIS : PAUSE_AT_FIRST_MILLIS);
        var keys = getSource().getJWKSet(refresh, currentTime, context);
        succeeded = true;
        nextFetch = currentTime + PAUSE_MILLIS;
        return keys;
    }
}
