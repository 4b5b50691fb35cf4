package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.world.World;

/** Usernames that no account has: {@code shop.1}, {@code shop.2} … */
final class Numbering {

    private static final int LONGEST_STEM = 23;

    private final String stem;
    private int number;

    Numbering(String username) {
        stem = username.substring(0, Math.min(LONGEST_STEM, username.length()));
    }

    String next(World world) {
        do {
            number++;
        } while (world.people().byUsername(stem + "." + number).isPresent());
        return stem + "." + number;
    }
}
