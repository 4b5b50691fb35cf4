package dev.connexions.domain.connexion;

/** How many units a connexion may spend in a civil day: 0 to 2147483647; 0 spends nothing. */
public record DailyLimit(int units) {

    public DailyLimit {
        if (units < 0) {
            throw new IllegalArgumentException("a daily limit is 0 to 2147483647");
        }
    }
}
