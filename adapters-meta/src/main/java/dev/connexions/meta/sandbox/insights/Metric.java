package dev.connexions.meta.sandbox.insights;

import dev.connexions.meta.sandbox.media.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue.
 *
 * @param hosts the login products that know it: facebook, instagram
 * @param products where a post must stand to have it
 * @param undocumented no longer in Meta's pages, and still answered when last tried
 * @param since the day from which it exists
 * @param until the day from which it does not
 * @param mediaBefore only posts of before that day have it
 * @param perFollower what it comes to in a day, for each follower
 * @param perView what it comes to for each view of a post
 */
public record Metric(
        Level level,
        String name,
        String title,
        List<String> hosts,
        List<String> periods,
        List<String> types,
        List<String> breakdowns,
        List<String> products,
        int leastFollowers,
        boolean undocumented,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable LocalDate mediaBefore,
        double perFollower,
        double perView,
        Value value) {

    /** How the figure of a post comes about. */
    enum Value {
        SHARE_OF_VIEWS,
        LIKES,
        COMMENTS,
        INTERACTIONS,
        MILLIS,
        PERCENT,
        CROSSPOSTED
    }

    boolean exists(Instant now) {
        return (since == null || !now.isBefore(start(since))) && (until == null || now.isBefore(start(until)));
    }

    boolean covers(Post post) {
        return products.contains(post.product().name())
                && (mediaBefore == null || post.at().isBefore(start(mediaBefore)));
    }

    boolean isDemographic() {
        return name.endsWith("_demographics");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
