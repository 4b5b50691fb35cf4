package dev.connexions.meta.catalogue;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.media.MediaSurface;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric of media, as Meta takes it.
 *
 * @param breakdown by which it is always split; absent for none
 * @param alone whether Meta is known to refuse it now and then, and whatever was asked with it
 */
public record MediaMetric(
        Metric metric,
        Set<MediaSurface> surfaces,
        Set<LoginProduct> products,
        @Nullable Breakdown breakdown,
        boolean alone) {

    public MediaMetric {
        surfaces = Set.copyOf(surfaces);
        products = Set.copyOf(products);
    }

    public boolean isOffered(LoginProduct product, MediaSurface surface) {
        return products.contains(product) && surfaces.contains(surface);
    }
}
