package dev.connexions.meta.catalogue;

/** A file of what is known about Meta is damaged, or contradicts itself. Nothing starts on it. */
public final class CatalogueException extends RuntimeException {

    CatalogueException(String file, String what) {
        super(file + ": " + what);
    }
}
