package dev.connexions.meta.shared;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.limits.Headers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * In which version Meta answers: a retired one is not refused but served by the oldest that lives, whose answers may be
 * others than those that were asked for.
 */
final class ServedVersions {

    private static final System.Logger LOG = System.getLogger(ServedVersions.class.getName());
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]");

    private final String wanted;
    private final Map<LoginProduct, String> served = new ConcurrentHashMap<>();

    ServedVersions(String wanted) {
        this.wanted = wanted;
    }

    void note(LoginProduct product, Headers headers) {
        headers.first("facebook-api-version")
                .filter(version -> VERSION.matcher(version).matches())
                .ifPresent(version -> {
                    var before = served.put(product, version);
                    if (!version.equals(before) && !version.equals(wanted)) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "Meta answers in Graph version {0} what was asked in {1}: set"
                                        + " CONNEXIONS_META_GRAPH_VERSION to one that lives",
                                version,
                                wanted);
                    }
                });
    }

    Map<LoginProduct, String> served() {
        return Map.copyOf(served);
    }
}
