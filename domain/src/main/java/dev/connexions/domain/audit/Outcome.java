package dev.connexions.domain.audit;

import java.util.Locale;

public enum Outcome {
    DONE,
    REFUSED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
