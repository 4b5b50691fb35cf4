package dev.connexions.domain.publication;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * From where Meta fetches a picture or a video: an absolute http or https address in US-ASCII of at most 2048
 * characters, with a host, without user and without fragment. Whether the host may be named at all is not decided here.
 */
public record MediaUrl(String value) {

    private static final int MAX_LENGTH = 2048;

    public MediaUrl {
        if (value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an address has at most 2048 characters, all of US-ASCII");
        }
        var url = parsed(value);
        var isWeb = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!isWeb || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "an address is an absolute http or https URL, without user and without fragment");
        }
    }

    private static URI parsed(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("an address is a URL");
        }
    }
}
