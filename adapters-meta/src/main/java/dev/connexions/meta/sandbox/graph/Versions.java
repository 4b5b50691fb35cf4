package dev.connexions.meta.sandbox.graph;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Graph versions, the oldest first; one that is gone is served by the oldest alive (dossier 1.1). */
final class Versions {

    /** @param end when it stops being served; absent: not announced */
    private record Version(String name, @Nullable Instant end) {
        boolean isAlive(Instant now) {
            return end == null || now.isBefore(end);
        }
    }

    private static final List<Version> ALL = List.of(
            until("v18.0", "2026-01-26"),
            until("v19.0", "2026-05-21"),
            until("v20.0", "2026-09-24"),
            until("v21.0", "2027-01-21"),
            until("v22.0", "2027-05-20"),
            until("v23.0", "2027-10-08"),
            until("v24.0", "2028-02-18"),
            until("v25.0", "2028-07-29"),
            new Version("v26.0", null));

    private Versions() {}

    /** Which version serves a call that asks for {@code asked}, or for none. */
    static String serving(@Nullable String asked, Instant now) {
        if (asked == null) {
            return ALL.getLast().name();
        }
        var version = ALL.stream()
                .filter(known -> known.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> GraphErrors.unknownVersion(asked).refusal());
        return version.isAlive(now)
                ? asked
                : ALL.stream()
                        .filter(known -> known.isAlive(now))
                        .findFirst()
                        .orElseThrow()
                        .name();
    }

    private static Version until(String name, String day) {
        return new Version(name, Instant.parse(day + "T00:00:00Z"));
    }
}
