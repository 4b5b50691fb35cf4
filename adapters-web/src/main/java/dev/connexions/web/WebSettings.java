package dev.connexions.web;

import java.net.URI;

/**
 * @param publicUrl what others see of the service: an http or https address, with or without a path, for every link that
 *     is handed out. Never taken from a request
 */
public record WebSettings(URI publicUrl) {

    /** @throws IllegalArgumentException when it is no such address */
    public WebSettings {
        var scheme = publicUrl.getScheme();
        if ((!"http".equals(scheme) && !"https".equals(scheme))
                || publicUrl.getHost() == null
                || publicUrl.getRawUserInfo() != null
                || publicUrl.getRawQuery() != null
                || publicUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("the public address is http or https, without query and fragment");
        }
        var text = publicUrl.toString();
        publicUrl = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : publicUrl;
    }
}
