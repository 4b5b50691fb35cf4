package dev.connexions.meta.shared;

import dev.connexions.domain.connexion.LoginProduct;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each call goes. Nothing that Meta answers ever changes it. */
final class Addresses {

    private final MetaSettings settings;

    Addresses(MetaSettings settings) {
        this.settings = settings;
    }

    /** Empty when the login product is not configured. */
    Optional<URI> of(GraphCall call) {
        return Optional.ofNullable(base(call.product(), call.base()))
                .map(base -> URI.create(base + "/" + String.join("/", call.path())));
    }

    /** As a batch names it: without the host. */
    String inBatch(GraphCall call) {
        return settings.graphVersion() + "/" + String.join("/", call.path());
    }

    Optional<URI> upload(String container) {
        var app = settings.facebook();
        return Optional.ofNullable(app)
                .map(known ->
                        URI.create(known.uploadUrl() + "/ig-api-upload/" + settings.graphVersion() + "/" + container));
    }

    private @Nullable String base(LoginProduct product, GraphCall.Base base) {
        var graph = graph(product);
        return graph == null
                ? null
                : switch (base) {
                    case VERSIONED -> graph + "/" + settings.graphVersion();
                    case UNVERSIONED -> graph.toString();
                    case TOKENS -> tokens(product, graph);
                };
    }

    private String tokens(LoginProduct product, URI graph) {
        var instagram = settings.instagram();
        return product == LoginProduct.INSTAGRAM && instagram != null
                ? instagram.tokenUrl().toString()
                : graph.toString();
    }

    private @Nullable URI graph(LoginProduct product) {
        var instagram = settings.instagram();
        var facebook = settings.facebook();
        return switch (product) {
            case INSTAGRAM -> instagram == null ? null : instagram.graphUrl();
            case FACEBOOK -> facebook == null ? null : facebook.graphUrl();
        };
    }
}
