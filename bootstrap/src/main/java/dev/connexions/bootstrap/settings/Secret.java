package dev.connexions.bootstrap.settings;

/** A setting that never prints. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
