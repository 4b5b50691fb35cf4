package dev.connexions.meta.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions of the Graph API and how long each of them is answered. */
public final class GraphVersions {

    private static final String FILE = "versions.json";
    private static final Set<String> MEMBERS = Set.of("name", "introduced", "ends");
    private static final Pattern NAME = Pattern.compile("v[1-9][0-9]{0,2}\\.[0-9]");
    private static final long SOON_DAYS = 90;

    private record Life(LocalDate introduced, @Nullable LocalDate ends) {}

    private final Map<String, Life> lives = new LinkedHashMap<>();

    private GraphVersions() {}

    /** How a version stands on some day. */
    public sealed interface Standing {

        record Living() implements Standing {}

        /** It still lives, for this many days. */
        record Ending(long days) implements Standing {}

        /** Meta serves it by the oldest that lives. */
        record Retired(LocalDate since) implements Standing {}

        record Unknown() implements Standing {}
    }

    /** @throws CatalogueException when the file is not in order */
    public static GraphVersions load() {
        return read(CatalogueFile.resource(FILE));
    }

    static GraphVersions read(CatalogueFile file) {
        var versions = new GraphVersions();
        file.holding("versions").list("versions").forEach(entry -> versions.add(file, entry));
        return versions;
    }

    public String newest() {
        return lives.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparing(Life::introduced)))
                .orElseThrow()
                .getKey();
    }

    public Standing of(String name, Instant now) {
        var life = lives.get(name);
        if (life == null) {
            return new Standing.Unknown();
        }
        if (life.ends() == null) {
            return new Standing.Living();
        }
        var days = ChronoUnit.DAYS.between(now.atZone(ZoneOffset.UTC).toLocalDate(), life.ends());
        if (days <= 0) {
            return new Standing.Retired(life.ends());
        }
        return days <= SOON_DAYS ? new Standing.Ending(days) : new Standing.Living();
    }

    private void add(CatalogueFile file, JsonNode entry) {
        file.only(entry, MEMBERS);
        var name = file.text(entry, "name");
        var life = new Life(file.date(entry, "introduced"), entry.has("ends") ? file.date(entry, "ends") : null);
        if (!NAME.matcher(name).matches()) {
            throw file.wrong("name is no Graph version in " + entry);
        }
        if (life.ends() != null && !life.introduced().isBefore(life.ends())) {
            throw file.wrong("it ends before it begins: " + entry);
        }
        if (lives.put(name, life) != null) {
            throw file.wrong("said twice: " + entry);
        }
    }
}
