package dev.connexions.meta.sandbox.media;

import java.util.Locale;
import java.util.SplittableRandom;

/** Ids as Meta's look, 17 digits; the same for the same seed and place in line. */
public final class ContentIds {

    private static final int STAMPS = 100_000;

    private long issued;

    public String container(long seed) {
        return next("1790", seed);
    }

    public String post(long seed) {
        return next("1795", seed);
    }

    public String comment(long seed) {
        return next("1802", seed);
    }

    public String delivery() {
        issued++;
        return "delivery-" + issued;
    }

    public long issued() {
        return issued;
    }

    public void restore(long issuedSoFar) {
        issued = issuedSoFar;
    }

    private String next(String prefix, long seed) {
        issued++;
        return prefix + String.format(Locale.ROOT, "%05d%08d", new SplittableRandom(seed).nextInt(STAMPS), issued);
    }
}
