package dev.connexions.bootstrap.settings;

import java.util.List;

/** The settings do not hold together; the message names each one and its rule on one line, never a secret's value. */
public final class SettingsException extends RuntimeException {

    public SettingsException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
