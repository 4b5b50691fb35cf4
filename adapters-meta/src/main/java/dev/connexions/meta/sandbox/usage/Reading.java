package dev.connexions.meta.sandbox.usage;

/**
 * @param percent whole, as Meta tells it
 * @param minutes until calls are let through again; 0 while they are
 */
public record Reading(int percent, long minutes) {

    public boolean isBlocked() {
        return minutes > 0;
    }
}
