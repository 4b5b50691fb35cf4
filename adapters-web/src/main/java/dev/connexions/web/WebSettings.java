package dev.connexions.web;

import dev.connexions.web.shared.Cors;
import java.net.URI;
import java.util.List;

/**
 * @param publicUrl what others see of the service: an http or https address, with or without a path, for every link that
 *     is handed out. Never taken from a request
 * @param corsOrigins the origins whose pages may read answers, see {@link Cors#origin}
 */
public record WebSettings(URI publicUrl, List<String> corsOrigins) {

    public WebSettings(URI publicUrl) {
        this(publicUrl, List.of());
    }

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
        corsOrigins = List.copyOf(corsOrigins);
        corsOrigins.forEach(Cors::origin);
        var text = publicUrl.toString();
        publicUrl = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : publicUrl;
    }
}
