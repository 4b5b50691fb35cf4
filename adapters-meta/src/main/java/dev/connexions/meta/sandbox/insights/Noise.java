package dev.connexions.meta.sandbox.insights;

import java.util.SplittableRandom;

/** Chance that is the same each time for the same seed, subject and moment. */
final class Noise {

    private Noise() {}

    /** From 0.5 to 1.5. */
    static double around(long seed, String subject, String what, long when) {
        return 0.5 + random(seed, subject, what, when).nextDouble();
    }

    static int below(int bound, long seed, String subject, String what, long when) {
        return random(seed, subject, what, when).nextInt(bound);
    }

    private static SplittableRandom random(long seed, String subject, String what, long when) {
        var mixed = seed * 31 + subject.hashCode();
        mixed = mixed * 0x9e3779b97f4a7c15L + what.hashCode();
        return new SplittableRandom(mixed * 31 + when);
    }
}
