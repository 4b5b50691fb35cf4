package dev.connexions.meta.catalogue;

/** Every file of what is known about Meta, in order. */
public record Catalogues(GraphVersions versions) {

    /** @throws CatalogueException naming the first file that is not in order */
    public static Catalogues check() {
        ErrorClasses.load();
        ProductScopes.load();
        Metrics.load();
        return new Catalogues(GraphVersions.load());
    }
}
