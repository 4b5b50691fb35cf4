package dev.connexions.web.identity;

import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** The platform's public keys: fetched seldom, kept for five minutes, and for an hour while they cannot be fetched. */
final class PublishedKeys {

    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration CACHED_IN_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration WAIT_FOR_ANOTHER_FETCH = Duration.ofSeconds(5);

    private PublishedKeys() {}

    static JWKSource<SecurityContext> at(URI url) {
        try {
            return new JWKSetBasedJWKSource<>(kept(new URLBasedJWKSetSource<>(url.toURL(), new KeySetDownload())));
        } catch (MalformedURLException noUrl) {
            throw new IllegalArgumentException("the address of the key set is an http or https URL", noUrl);
        }
    }

    static JWKSetSource<SecurityContext> kept(JWKSetSource<SecurityContext> fetched) {
        var paced = new PacedKeySets(fetched);
        var tolerant = new OutageTolerantJWKSetSource<>(paced, CACHED_IN_AN_OUTAGE.toMillis(), null);
        return new CachingJWKSetSource<>(tolerant, CACHED.toMillis(), WAIT_FOR_ANOTHER_FETCH.toMillis(), null);
    }
}
