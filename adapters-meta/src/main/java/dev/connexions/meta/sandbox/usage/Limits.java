package dev.connexions.meta.sandbox.usage;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.World;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How many calls each regime lets through: what a setting says, or else Meta's formula (dossier 6). */
public final class Limits {

    static final long NONE = Long.MAX_VALUE;

    /** A sandbox of a dozen accounts would else throttle after a few minutes of testing. */
    private static final int LEAST_USERS = 100;

    private static final int CALLS_PER_USER = 200;
    private static final long CALLS_PER_IMPRESSION = 4800;
    private static final int LEAST_IMPRESSIONS = 10;

    private static final Map<Regime, Setting<Integer>> SETTINGS = Arrays.stream(Regime.values())
            .collect(Collectors.toUnmodifiableMap(
                    regime -> regime, regime -> Setting.number(regime.setting(), 0, 0, Integer.MAX_VALUE)));

    private Limits() {}

    /** Each 0 unless set: the formula, or no limit where Meta discloses none. */
    public static Collection<Setting<Integer>> settings() {
        return SETTINGS.values();
    }

    static long of(World world, Meters.Key key) {
        var set = world.setting(Objects.requireNonNull(SETTINGS.get(key.regime())));
        if (set > 0) {
            return set;
        }
        return switch (key.regime()) {
            case APP ->
                (long) CALLS_PER_USER * Math.max(LEAST_USERS, world.people().countAccounts());
            case USER, PAGE_READS, CUSTOM -> NONE;
            case PAGES -> CALLS_PER_IMPRESSION * LEAST_IMPRESSIONS;
            case INSTAGRAM -> CALLS_PER_IMPRESSION * Math.max(LEAST_IMPRESSIONS, followers(world, key.id()));
        };
    }

    private static int followers(World world, String account) {
        return world.people().account(account).map(Account::followers).orElse(0);
    }
}
