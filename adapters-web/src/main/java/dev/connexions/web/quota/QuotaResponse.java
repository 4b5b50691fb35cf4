package dev.connexions.web.quota;

import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.DailyQuota;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record QuotaResponse(
        @Nullable Integer dailyLimit,
        long used,
        long held,
        @Nullable Long remaining,
        String resetAt,
        String zone,
        ForecastResponse forecast) {

    record ForecastResponse(
            @Nullable String exhaustedAt, @Nullable String earliestFreeAt) {}

    static QuotaResponse of(DailyQuota quota, CivilDay day) {
        var room = quota.room();
        var freeAt = quota.earliestFreeAt();
        return new QuotaResponse(
                room.limit() == null ? null : room.limit().units(),
                quota.used(),
                quota.held(),
                room.remaining(),
                room.resetAt().toString(),
                day.zone().getId(),
                new ForecastResponse(freeAt == null ? null : text(quota.exhaustedAt()), text(freeAt)));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return Objects.toString(at, null);
    }
}
