package dev.connexions.web.quota;

import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The day's room as the IETF's draft of the RateLimit header fields has it; nothing is said where there is no limit. */
record RateLimit(CivilDay day) {

    private static final String POLICY = "\"daily\"";

    /** By name. */
    Map<String, String> headers(Room room, Instant now) {
        var remaining = room.remaining();
        if (room.limit() == null || remaining == null) {
            return Map.of();
        }
        // a day that the platform set may be longer than the calendar's
        var left = seconds(Duration.between(now, room.resetAt()));
        var window = Math.max(left, seconds(day.lengthUntil(room.resetAt())));
        var headers = new LinkedHashMap<String, String>();
        headers.put("RateLimit-Policy", POLICY + ";q=" + room.limit().units() + ";w=" + window);
        headers.put("RateLimit", POLICY + ";r=" + remaining + ";t=" + left);
        return headers;
    }

    /** Rounded up: whoever waits that long does not come too early. */
    static long seconds(Duration duration) {
        return Math.max(0, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
