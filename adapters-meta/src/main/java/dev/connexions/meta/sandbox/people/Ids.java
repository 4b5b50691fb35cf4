package dev.connexions.meta.sandbox.people;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Ids as Meta's look, most of 17 digits and so beyond what a double holds; the same for the same seed and place in line. */
public final class Ids {

    private static final long LOW_DIGITS = 10_000_000_000_000L;

    private Ids() {}

    public static String account(long seed, int place) {
        return digits("1784", seed, place);
    }

    public static String scoped(long seed, int place) {
        return digits("2897", ~seed, place);
    }

    public static String person(long seed, int place) {
        return digits("1222", seed ^ 0x5eed, place);
    }

    public static String page(long seed, int place) {
        return digits("10", seed ^ 0x9a6e, place);
    }

    public static String business(long seed, int place) {
        return digits("70", seed ^ 0xb175, place);
    }

    /** The first from a place on that nobody has. */
    public static String next(int from, IntFunction<String> making, Predicate<String> taken) {
        return making.apply(free(from, place -> taken.test(making.apply(place))));
    }

    /** The first place from another on that nobody has. */
    public static int free(int from, IntPredicate taken) {
        var place = from;
        while (taken.test(place)) {
            place++;
        }
        return place;
    }

    /** The last four digits are the place, so that no two of the first ten thousand are equal. */
    private static String digits(String prefix, long seed, int place) {
        var random = new SplittableRandom(seed + place * 0x9e3779b97f4a7c15L).nextLong(LOW_DIGITS / 10_000);
        // a leading one keeps the zeros
        return prefix
                + Long.toString(LOW_DIGITS + random * 10_000 + place % 10_000).substring(1);
    }
}
