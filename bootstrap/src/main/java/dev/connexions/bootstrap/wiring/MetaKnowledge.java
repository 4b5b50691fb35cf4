package dev.connexions.bootstrap.wiring;

import dev.connexions.meta.catalogue.CatalogueException;
import dev.connexions.meta.catalogue.Catalogues;
import dev.connexions.meta.catalogue.GraphVersions.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what is known about Meta is in order, and whether the Graph version that is asked for is one that lives. */
record MetaKnowledge(Verdict verdict, String text) {

    enum Verdict {
        GOOD,
        SOON,
        BAD
    }

    /** @param chosen absent for the newest that is known */
    static MetaKnowledge of(@Nullable String chosen, Instant now) {
        try {
            var versions = Catalogues.check().versions();
            var graphVersion = chosen == null ? versions.newest() : chosen;
            return switch (versions.of(graphVersion, now)) {
                case Standing.Living living -> new MetaKnowledge(Verdict.GOOD, "Graph version " + graphVersion);
                case Standing.Ending(var days) ->
                    new MetaKnowledge(
                            Verdict.SOON,
                            "Graph version " + graphVersion + " lives for " + days + " more days; "
                                    + mend(versions.newest()));
                case Standing.Retired(var since) ->
                    new MetaKnowledge(
                            Verdict.BAD,
                            "Graph version " + graphVersion + " is retired since " + since + "; "
                                    + mend(versions.newest()));
                case Standing.Unknown unknown ->
                    new MetaKnowledge(
                            Verdict.BAD,
                            "Graph version " + graphVersion + " is none that is known; " + mend(versions.newest()));
            };
        } catch (CatalogueException damaged) {
            return new MetaKnowledge(Verdict.BAD, "what is known about Meta is not in order: " + damaged.getMessage());
        }
    }

    private static String mend(String newest) {
        return "set CONNEXIONS_META_GRAPH_VERSION to one that lives, or leave it out for " + newest;
    }
}
