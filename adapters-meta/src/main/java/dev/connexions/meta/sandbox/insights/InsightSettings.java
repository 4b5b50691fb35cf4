package dev.connexions.meta.sandbox.insights;

import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.Settings;
import java.time.Duration;
import java.util.List;

/** What is not known for certain of insights (dossier 5, 12.4), as it is now. */
public record InsightSettings(
        Duration lag,
        boolean undocumented,
        int wrongBreakdownCode,
        boolean followsRefused,
        boolean navigationLowerCase,
        String reels) {

    /** How reels are named in breakdowns; both were seen. */
    enum Reels {
        REEL,
        REELS
    }

    /** Meta says that a day's figures are up to 48 hours late. */
    private static final Setting<Duration> LAG = Setting.duration("insightsLag", Duration.ofDays(2));

    /** Whether metrics that Meta's pages no longer name are still answered. */
    private static final Setting<Boolean> UNDOCUMENTED = Setting.flag("undocumentedMetrics", true);

    /** The error of a metric that does not know the breakdown (unverified). */
    private static final Setting<Integer> WRONG_BREAKDOWN = Setting.number("wrongBreakdownCode", 1, 1, 1_000_000);

    /** Whether {@code follows_and_unfollows} without a breakdown is an error, or an entry without a value. */
    private static final Setting<Boolean> FOLLOWS = Setting.flag("followsWithoutBreakdownRefused", false);

    /** Whether the ways through a story are spelled small; both were seen. */
    private static final Setting<Boolean> LOWER_CASE = Setting.flag("navigationLowerCase", false);

    private static final Setting<Reels> REELS = Setting.choice("reelsInBreakdowns", Reels.REEL);

    public static final List<Setting<?>> ALL = List.of(LAG, UNDOCUMENTED, WRONG_BREAKDOWN, FOLLOWS, LOWER_CASE, REELS);

    public static InsightSettings of(Settings now) {
        return new InsightSettings(
                now.get(LAG),
                now.get(UNDOCUMENTED),
                now.get(WRONG_BREAKDOWN),
                now.get(FOLLOWS),
                now.get(LOWER_CASE),
                now.get(REELS).name());
    }
}
