package dev.connexions.application.shared;

/** The platform knows no organisation for this caller. */
public final class NoOrganisationException extends RuntimeException {

    public NoOrganisationException() {
        super("the platform knows no organisation for this caller");
    }
}
